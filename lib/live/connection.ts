import { Channel, type RoomMessage } from "./channel";
import { ANSWER, ANSWER_WHEN_WOKEN, QUIET, waitAfter, type World } from "./patience";
import type { LiveAsk, LiveMessage } from "./schema";
import { CLOSE, INBOX } from "./words";

export type ConnectionState = "live" | "reconnecting" | "offline";

const GAP_SPREAD = 300;
const LINGER = 5_000;
/** So many failures in a row are no hiccup any more: people are told that they write into the browser. */
const OFFLINE_AFTER = 3;

/** The one socket of a tab: shared by every hook, opened again ever more slowly, and continued where it broke off. */
export class Connection {
  private readonly channels = new Map<string, Channel>();
  private readonly inbox = new Set<(waiting: number) => void>();
  private readonly watchers = new Set<() => void>();
  private wire: ReturnType<World<string>["open"]> | null = null;
  private isOpen = false;
  /** It was open, or failed to open: until it stands again that is said. A first connect is awaited in silence. */
  private isBroken = false;
  private failures = 0;
  private signedOut = false;
  private retry: (() => void) | null = null;
  private quiet: (() => void) | null = null;
  private linger: (() => void) | null = null;
  private readonly asking = new Set<string>();
  /** Told when the session has ended: nothing is tried again until `signedIn()`. */
  onSignedOut: () => void = () => undefined;

  constructor(private readonly world: World<string>) {}

  get state(): ConnectionState {
    if (this.isOpen || !(this.isBroken || this.signedOut)) return "live";
    return this.signedOut || this.failures >= OFFLINE_AFTER || !this.world.isOnline() ? "offline" : "reconnecting";
  }

  watch(listener: () => void): () => void {
    this.watchers.add(listener);
    return () => void this.watchers.delete(listener);
  }

  /** `after` null joins whoever else in this tab knows from where; until then nothing is asked for. */
  subscribe(ref: string, after: number | null, listener: (message: RoomMessage) => void): () => void {
    const channel = this.channels.get(ref) ?? new Channel(ref, null);
    this.channels.set(ref, channel);
    if (channel.last === null && after !== null) {
      channel.last = after;
      this.enter(channel);
    }
    channel.listeners.add(listener);
    if (channel.presence) listener(channel.presence);
    this.need();
    return () => {
      if (!channel.listeners.delete(listener) || channel.listeners.size > 0) return;
      this.channels.delete(ref);
      this.say({ unsubscribe: ref });
      this.need();
    };
  }

  private enter(channel: Channel) {
    if (channel.last === null) return;
    this.say({ subscribe: channel.ref, after: channel.last });
    if (channel.here) this.say({ here: channel.ref });
  }

  here(ref: string, typing = false) {
    const channel = this.channels.get(ref);
    if (!channel) return;
    channel.here = true;
    this.say({ here: ref, typing });
  }

  watchInbox(listener: (waiting: number) => void): () => void {
    this.inbox.add(listener);
    if (this.inbox.size === 1) this.say({ subscribe: INBOX });
    this.need();
    return () => {
      if (!this.inbox.delete(listener) || this.inbox.size > 0) return;
      this.say({ unsubscribe: INBOX });
      this.need();
    };
  }

  /** The network is back or the tab is looked at: connect now, or see at once whether the other side still answers. */
  wake() {
    if (this.isOpen) this.probe(ANSWER_WHEN_WOKEN);
    else if (!this.wire) void this.connect();
  }

  /** The browser says that there is no network: what hangs in the air is let go. */
  sleep() {
    this.drop(0);
  }

  /** Someone signed in again: from here on it is tried anew. */
  signedIn() {
    this.signedOut = false;
    this.failures = 0;
    this.need();
  }

  /** For the one message that ends a session elsewhere on the page (a request answered 401). */
  async lookSignedIn() {
    if (this.signedOut || (await this.world.isSignedIn()) !== false || this.signedOut) return;
    this.signedOut = true;
    this.drop(0);
    this.onSignedOut();
  }

  private get isNeeded() {
    return this.channels.size > 0 || this.inbox.size > 0;
  }

  private need() {
    this.linger?.();
    this.linger = null;
    if (this.isNeeded) {
      if (!this.wire && !this.retry) void this.connect();
    } else if (this.wire) this.linger = this.world.later(LINGER, () => this.isNeeded || this.drop(0));
  }

  private async connect() {
    this.retry?.();
    this.retry = null;
    // "No network" may be untrue for a server on this very machine, so a request is tried before it is believed.
    if (!this.world.isOnline() && (await this.world.isSignedIn()) === null) return this.drop(0);
    if (this.wire || this.signedOut || !this.isNeeded) return;
    const wire = this.world.open({
      open: () => wire === this.wire && this.opened(),
      message: (text) => wire === this.wire && this.heard(text),
      close: (code) => wire === this.wire && this.drop(code),
    });
    this.wire = wire;
    this.probe(ANSWER, false);
  }

  private opened() {
    this.isOpen = true;
    this.isBroken = false;
    this.failures = 0;
    for (const channel of this.channels.values()) this.enter(channel);
    if (this.inbox.size) this.say({ subscribe: INBOX });
    this.listen();
    this.changed();
  }

  private heard(text: string) {
    this.listen();
    const message = JSON.parse(text) as LiveMessage;
    if (message.type === "inbox") for (const listener of [...this.inbox]) listener((message as { waiting: number }).waiting);
    if (!("ref" in message)) return;
    const channel = this.channels.get(message.ref);
    if (channel?.receive(message)) this.askMissing(channel);
  }

  /** Everyone in the room misses the same, so they do not ask in the same moment. */
  private askMissing(channel: Channel) {
    if (this.asking.has(channel.ref)) return;
    this.asking.add(channel.ref);
    this.world.later(this.world.random() * GAP_SPREAD, () => {
      this.asking.delete(channel.ref);
      if (this.channels.get(channel.ref) === channel && channel.isMissing && channel.last !== null) this.say({ subscribe: channel.ref, after: channel.last });
    });
  }

  /** A browser is not told that a network died: after a silence it asks, and lets go of what does not answer. */
  private listen() {
    this.quiet?.();
    this.quiet = this.world.later(QUIET, () => this.probe(ANSWER));
  }

  private probe(within: number, asks = true) {
    if (asks) this.say({ ping: true });
    this.quiet?.();
    this.quiet = this.world.later(within, () => this.drop(0));
  }

  private say(ask: LiveAsk) {
    if (this.isOpen) this.wire?.send(JSON.stringify(ask));
  }

  private drop(code: number) {
    const { wire, isOpen: wasOpen } = this;
    this.wire = null;
    this.isOpen = false;
    this.quiet?.();
    this.retry?.();
    this.quiet = this.retry = null;
    wire?.close();
    if (this.isNeeded && !this.signedOut) {
      this.isBroken = true;
      this.failures++;
      // A refused handshake looks like a failed one: only a request can tell that the session has ended.
      if (code === CLOSE.signedOut || (!wasOpen && this.failures >= 2)) void this.lookSignedIn();
      this.retry = this.world.later(waitAfter(this.failures, code, this.world.random()), () => void this.connect());
    }
    this.changed();
  }

  private changed() {
    for (const watcher of [...this.watchers]) watcher();
  }
}
