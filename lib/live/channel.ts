import type { EventMessage, LiveMessage, PresenceMessage } from "./schema";

/** What a page hears of one room. */
export type RoomMessage = Extract<LiveMessage, { ref: string }>;

export const isEvent = (message: LiveMessage): message is EventMessage => "row" in message;

/** One room on the shared socket: up to which number nothing is missing, and who listens. */
export class Channel {
  readonly listeners = new Set<(message: RoomMessage) => void>();
  /** The last presence, for whoever begins to listen later. */
  presence: PresenceMessage | null = null;
  here = false;
  private readonly ahead = new Set<number>();

  constructor(
    readonly ref: string,
    /** Null as long as nobody who listens has said from where. */
    public last: number | null,
  ) {}

  /** Takes a message in. True when a number before it is missing, so that somebody has to ask for it. */
  receive(message: RoomMessage): boolean {
    if (isEvent(message)) return this.event(message);
    if (message.type === "presence") this.presence = message;
    if (message.type === "caught_up" || message.type === "reload") this.reach(message.seq);
    this.tell(message);
    return false;
  }

  /** What comes early is told at once, for rows can be laid in any order; only the number waits for the gap to be filled. */
  private event(message: EventMessage): boolean {
    const last = this.last ?? message.seq - 1;
    if (message.seq <= last || this.ahead.has(message.seq)) return false;
    this.ahead.add(message.seq);
    this.reach(last);
    this.tell(message);
    return this.isMissing;
  }

  get isMissing() {
    return this.ahead.size > 0;
  }

  private reach(seq: number) {
    let last = Math.max(this.last ?? 0, seq);
    for (const early of this.ahead) if (early <= last) this.ahead.delete(early);
    while (this.ahead.delete(last + 1)) last++;
    this.last = last;
  }

  private tell(message: RoomMessage) {
    for (const listener of [...this.listeners]) listener(message);
  }
}
