import { ApiProblem, api } from "../http/fetch";
import { Connection } from "./connection";
import type { World } from "./patience";

/** The browser as the sockets of a tab see it; `read` makes a message of what came. */
export const browserWorld = <Message>(path: "/live" | "/collab", read: (data: string | ArrayBuffer) => Message): World<Message, string | Uint8Array> => ({
  open(on) {
    const ws = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`);
    ws.binaryType = "arraybuffer";
    ws.onopen = on.open;
    ws.onmessage = ({ data }) => on.message(read(data as string | ArrayBuffer));
    ws.onclose = ({ code }) => on.close(code);
    return { send: (message) => ws.readyState === WebSocket.OPEN && ws.send(message as string | Uint8Array<ArrayBuffer>), close: () => ws.close() };
  },
  isOnline: () => navigator.onLine,
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  isSignedIn: async () => {
    const who = await whoIsSignedIn();
    return who === undefined ? null : who !== null;
  },
});

/** Their id, null for nobody, undefined where there was no answer. */
export async function whoIsSignedIn(): Promise<string | null | undefined> {
  try {
    return (await api<{ id: string }>("GET", "/me", { signal: AbortSignal.timeout(8000) })).id;
  } catch (error) {
    return error instanceof ApiProblem && error.code === "UNAUTHENTICATED" ? null : undefined;
  }
}

let made: Connection | null = null;

/** The tab's one connection. It opens when the first hook needs it. */
export function connection(): Connection {
  if (made) return made;
  const one = (made = new Connection(browserWorld("/live", String)));
  addEventListener("online", () => one.wake());
  addEventListener("offline", () => one.sleep());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && one.wake());
  // A page that comes back whole from the browser's memory has lost its socket without being told.
  addEventListener("pageshow", (event) => event.persisted && one.wake());
  return one;
}
