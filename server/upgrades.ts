import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Who takes a WebSocket's first request on which path. Whatever nobody takes is answered and destroyed: Next would leave it hanging. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean | undefined | Promise<boolean | undefined>;

const handlers = new Map<string, UpgradeHandler>();

/** Registers the one handler of a path, such as "/live". It answers false where it did not take the socket. */
export function onUpgrade(path: string, handler: UpgradeHandler): void {
  handlers.set(path, handler);
}

export async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, otherwise?: UpgradeHandler): Promise<void> {
  // Without a listener a reset connection would end the process.
  socket.on("error", () => socket.destroy());
  const [path] = (request.url ?? "").split("?", 1);
  const handler = handlers.get(path ?? "") ?? otherwise;
  try {
    if (handler && (await handler(request, socket, head)) !== false) return;
    refuse(socket, "404 Not Found");
  } catch {
    refuse(socket, "500 Internal Server Error");
  }
}

export function refuse(socket: Duplex, status: string): void {
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  (socket as Socket).destroySoon();
}
