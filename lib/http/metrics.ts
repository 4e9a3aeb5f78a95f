import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

const home = globalThis as unknown as { candorMetrics?: { registry: Registry; requests: Histogram } };
/** The hub of this process, as lib/events finds it too: modules exist twice in it. */
const live = globalThis as unknown as {
  candorHub?: { counts: { viewers: number; rooms: number } };
  candorCollab?: { counts: { editors: number; documents: number } };
};

export function metrics() {
  if (!home.candorMetrics) {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const requests = new Histogram({
      name: "candor_http_request_seconds",
      help: "API requests by method, path template and status",
      labelNames: ["method", "path", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    });
    new Gauge({
      name: "candor_live",
      help: "Open live sockets (viewers), and the rooms that they watch",
      labelNames: ["of"],
      registers: [registry],
      collect() {
        const { viewers = 0, rooms = 0 } = live.candorHub?.counts ?? {};
        this.set({ of: "viewers" }, viewers);
        this.set({ of: "rooms" }, rooms);
      },
    });
    new Gauge({
      name: "candor_documents",
      help: "Open documents, and the sockets that they are open at (editors)",
      labelNames: ["of"],
      registers: [registry],
      collect() {
        const { editors = 0, documents = 0 } = live.candorCollab?.counts ?? {};
        this.set({ of: "editors" }, editors);
        this.set({ of: "documents" }, documents);
      },
    });
    home.candorMetrics = { registry, requests };
  }
  return home.candorMetrics;
}

/** Starts a clock for a request; call the answer with its status. The path is the template, so that no ref becomes a label. */
export function observe(method: string, path: string) {
  const stop = metrics().requests.startTimer({ method, path });
  return (status: number) => void stop({ status: String(status) });
}
