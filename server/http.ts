import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { StartFailure } from "./failure";
import { guard } from "./guard";
import { routable } from "./request-url";
import { refuse } from "./upgrades";

/** The one HTTP server. It holds its port from the first moment of a start, and keeps requests waiting until the app is ready. */
export interface Front {
  server: Server;
  port: number;
  /** From here on requests and upgrades go to the app. */
  open(app: App): void;
  /** Stops accepting, lets running requests end for at most `ms`, then cuts what is left. */
  close(ms: number): Promise<void>;
}
export interface App {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
}

const SECOND = 1000;

export async function listen(port: number, host: string | undefined): Promise<Front> {
  let open!: (app: App) => void;
  const ready = new Promise<App>((resolve) => (open = resolve));
  let closing = false;
  let opened = false;

  const server = createServer(
    {
      headersTimeout: 30 * SECOND,
      // A picture over a bad line.
      requestTimeout: 300 * SECOND,
      // Longer than the proxies' sixty, so that they never write into a connection that is being closed.
      keepAliveTimeout: 75 * SECOND,
    },
    async (request, response) => {
      const app = await ready;
      if (closing) response.setHeader("connection", "close");
      introduce(request);
      try {
        guard(request, response);
        await app.handle(request, response);
      } catch {
        if (!response.headersSent) response.writeHead(500).end();
        else response.destroy();
      }
    },
  );
  // The server waits for these too when it closes, and knows them no more.
  const upgraded = new Set<Duplex>();
  server.on("upgrade", async (request, socket, head) => {
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
    const app = await ready;
    if (closing) return refuse(socket, "503 Service Unavailable");
    introduce(request);
    await app.upgrade(request, socket, head);
  });
  server.on("clientError", answerMalformed);

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new StartFailure(whyNot(error, port, host))));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    server,
    port: typeof address === "object" && address ? address.port : port,
    open(app) {
      opened = true;
      open(app);
    },
    async close(ms) {
      closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const cut = () => {
        server.closeAllConnections();
        for (const socket of upgraded) socket.destroy();
      };
      // Those that wait for an app that will not come need no time.
      const timer = setTimeout(cut, opened ? ms : 0);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** What the app may believe about a request: the address of its socket, and a path that can be decoded. */
function introduce(request: IncomingMessage): void {
  request.headers["x-candor-address"] = (request.socket.remoteAddress ?? "unknown").replace(/^::ffff:/, "");
  if (request.url) request.url = routable(request.url);
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string | undefined): string {
  const where = host ? `${host}:${port}` : `Port ${port}`;
  if (error.code === "EADDRINUSE") return `${where} is in use: stop what listens there, or set PORT to another one.`;
  if (error.code === "EACCES") return `${where} may not be used by this user: set PORT to one above 1023.`;
  return `Candor cannot listen on ${where} (${error.code}): set HOST to an address of this machine.`;
}

/** Bytes that are no HTTP request never reach the app. */
function answerMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, title] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? [431, "Request Header Fields Too Large"]
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? [408, "Request Timeout"]
        : [400, "Bad Request"];
  const body = JSON.stringify({ type: "about:blank", title, status, code: "INVALID" });
  socket.end(`HTTP/1.1 ${status} ${title}\r\nContent-Type: application/problem+json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
}
