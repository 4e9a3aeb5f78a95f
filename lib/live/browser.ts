import { ApiProblem, api } from "../http/fetch";
import { Connection, type World } from "./connection";

/** The browser as a connection sees it. */
const world: World = {
  open(on) {
    const ws = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live`);
    ws.onopen = on.open;
    ws.onmessage = ({ data }) => on.message(String(data));
    ws.onclose = ({ code }) => on.close(code);
    return { send: (text) => ws.readyState === WebSocket.OPEN && ws.send(text), close: () => ws.close() };
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
};

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
  const one = (made = new Connection(world));
  addEventListener("online", () => one.wake());
  addEventListener("offline", () => one.sleep());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && one.wake());
  // A page that comes back whole from the browser's memory has lost its socket without being told.
  addEventListener("pageshow", (event) => event.persisted && one.wake());
  return one;
}
