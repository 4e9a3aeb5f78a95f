import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket } from "ws";
import { CollabServer } from "../collab/socket";
import { Hub } from "../live/hub";

/** One "process": a hub and the documents on it, on the database of the test, behind a real port. */
export class CollabProcess {
  readonly hub: Hub;
  readonly collab: CollabServer;
  private readonly http: Server;

  private constructor(poll: number) {
    this.hub = new Hub(process.env.DATABASE_URL!).start(poll);
    this.collab = new CollabServer(this.hub, poll);
    this.http = createServer((_, response) => response.end());
    this.http.on("upgrade", (req, socket, head) => void this.collab.handleUpgrade(req, socket, head));
  }

  /** `poll`: milliseconds between two looks of the net beneath; far apart, so that a test sees what NOTIFY alone does. */
  static async start(poll = 600_000): Promise<CollabProcess> {
    const process = new CollabProcess(poll);
    await new Promise<void>((resolve) => process.http.listen(0, "127.0.0.1", resolve));
    return process;
  }

  get url() {
    return `ws://127.0.0.1:${(this.http.address() as AddressInfo).port}/collab`;
  }

  async stop() {
    await this.collab.close();
    await this.hub.stop();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }
}

/** A socket whose bytes a test writes itself. */
export function rawSocket(url: string, headers: Record<string, string>): Promise<WebSocket> {
  const ws = new WebSocket(url, { headers });
  return new Promise((resolve, reject) => {
    ws.once("open", () => resolve(ws));
    ws.once("unexpected-response", (_, response) => {
      ws.terminate();
      reject(new Error(String(response.statusCode)));
    });
    ws.once("error", reject);
  });
}
