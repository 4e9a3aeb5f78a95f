import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import next from "next";
import type { App } from "./http";
import { type UpgradeHandler, upgrade } from "./upgrades";

/** Next, ready to answer: from the build that CANDOR_BUILD_DIR names, or compiling as one works. */
export async function openPages({ dev, port, host }: { dev: boolean; port: number; host: string | undefined }): Promise<App & { close(): Promise<void> }> {
  // Next would listen for upgrades on our server by itself, and leave the unknown ones hanging. It gets an ear of its own.
  const ear = new EventEmitter();
  const app = next({ dev, dir: process.cwd(), port, hostname: host ?? "localhost", quiet: true, httpServer: ear as Server });
  await app.prepare();
  const handle = app.getRequestHandler();
  const reload: UpgradeHandler = (request, socket, head) => ear.emit("upgrade", request, socket, head);
  return {
    handle: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => upgrade(request, socket, head, dev && request.url?.startsWith("/_next/") ? reload : undefined),
    close: () => app.close(),
  };
}
