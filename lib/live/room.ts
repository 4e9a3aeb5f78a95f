import { log } from "../log";
import { Recent } from "./recent";
import { eventsAfter, type LiveEvent, type Message, messagesOf } from "./rows";
import { inSight, type Sight, type Viewer, visibilityOf } from "./sight";

const PAGE = 50;
/** Whoever missed more than this loads the room again instead. */
const MOST_MISSED = 1000;

/** One viewer's place in the room: `sent` is the last number that went to them. */
interface Place {
  sent: number;
  /** False while they catch up by themselves; what is new reaches them through that. */
  live: boolean;
}

/**
 * One incident that somebody in this process watches. Each event is loaded and written once and goes to every viewer whose
 * number it passes, so that whatever announces it (the writer, another process, the poll beneath) may do so twice or out of order.
 */
export class Room {
  readonly id: string;
  readonly ref: string;
  private readonly places = new Map<Viewer, Place>();
  private readonly recent = new Recent();
  private readonly pages = new Map<number, Promise<Message[]>>();
  private readonly fresh = new Map<number, LiveEvent>();
  private pushed: number;
  private known: number;
  private pumping = false;
  /** What the viewers' right to be here was decided on; null makes the next look decide again. */
  private visibility: string | null;

  /** `putOut` is told of each who may no longer be here, so that nothing else of the room goes on for them. */
  constructor(
    first: Sight,
    private readonly putOut: (viewer: Viewer) => void,
  ) {
    this.id = first.id;
    this.ref = first.ref;
    this.pushed = this.known = first.seq;
    this.visibility = first.visibility;
  }

  get viewers(): Iterable<Viewer> {
    return this.places.keys();
  }
  get empty() {
    return this.places.size === 0;
  }
  get seq() {
    return this.pushed;
  }
  has = (viewer: Viewer) => this.places.has(viewer);

  /** What was sent lately may be written otherwise by now: whoever comes back is answered from the rows. */
  forget = () => this.recent.clear();

  /** A sight that was taken before this room turned private must be taken again. */
  agrees = (sight: Sight) => this.visibility === sight.visibility;

  /** Sends what is missing after the viewer's number, then each new message. */
  join(viewer: Viewer, sight: Sight, after: number | undefined): Promise<void> {
    const missed = sight.seq - (after ?? sight.seq);
    const tooFar = missed > MOST_MISSED || missed < 0;
    const place = { sent: tooFar ? sight.seq : (after ?? sight.seq), live: false };
    this.places.set(viewer, place);
    if (tooFar) viewer.send(JSON.stringify({ ref: this.ref, type: "reload", seq: sight.seq }));
    return this.catchUp(viewer, place);
  }

  leave(viewer: Viewer): boolean {
    return this.places.delete(viewer);
  }

  /** The incident has come to this number. `events` are those that this process itself has just written. */
  advance(seq: number, events: readonly LiveEvent[] = []): void {
    for (const event of events) if (event.seq > this.pushed) this.fresh.set(event.seq, event);
    this.known = Math.max(this.known, seq);
    if (!this.pumping && this.known > this.pushed) void this.pump();
  }

  private async pump() {
    this.pumping = true;
    try {
      while (this.known > this.pushed && !this.empty) {
        const events = this.takeFresh() ?? (await eventsAfter(this.id, this.pushed, PAGE));
        // History that was loaded in bulk may have numbers without events.
        if (events.length === 0) this.pushed = this.known;
        const messages = events.length ? await messagesOf(this.id, this.ref, events) : [];
        await this.look();
        for (const message of messages) this.spread(message);
      }
    } catch (error) {
      // The poll beneath comes back to it.
      log.warn({ err: (error as Error).message, incidentId: this.id }, "live messages could not be loaded");
    } finally {
      this.pumping = false;
    }
  }

  /** Own events that follow on what was pushed need no reading. */
  private takeFresh(): LiveEvent[] | null {
    const run: LiveEvent[] = [];
    for (let next = this.pushed + 1; run.length < PAGE && this.fresh.has(next); next++) run.push(this.fresh.get(next)!);
    if (run.length === 0) this.fresh.clear();
    for (const event of run) this.fresh.delete(event.seq);
    return run.length ? run : null;
  }

  private spread(message: Message) {
    this.recent.add(message);
    this.pushed = Math.max(this.pushed, message.seq);
    for (const [viewer, place] of this.places) {
      if (!place.live || message.seq <= place.sent) continue;
      place.sent = message.seq;
      viewer.send(message.bytes);
    }
  }

  private async catchUp(viewer: Viewer, place: Place) {
    const here = () => this.places.get(viewer) === place && !viewer.gone;
    while (here() && place.sent < this.pushed) {
      const messages = this.recent.after(place.sent) ?? (await this.page(place.sent));
      if (messages.length === 0) place.sent = this.pushed;
      for (const message of messages) {
        if (!here()) return;
        place.sent = message.seq;
        await viewer.pace(message.bytes);
      }
    }
    if (!here()) return;
    place.live = true;
    viewer.send(JSON.stringify({ ref: this.ref, type: "caught_up", seq: place.sent }));
  }

  /** Those who miss the same (everyone, after a restart) share one load. */
  private page(after: number): Promise<Message[]> {
    let loading = this.pages.get(after);
    if (!loading) {
      loading = eventsAfter(this.id, after, PAGE)
        .then((events) => (events.length ? messagesOf(this.id, this.ref, events) : []))
        .then(async (messages) => {
          await this.look();
          return messages;
        })
        .finally(() => this.pages.delete(after));
      this.pages.set(after, loading);
    }
    return loading;
  }

  /** After rows are loaded and before they go out: if the incident turned private meanwhile, whoever may not see it leaves first. */
  private async look() {
    const visibility = await visibilityOf(this.id);
    if (visibility === this.visibility) return;
    this.visibility = visibility;
    if (visibility === "organisation") return;
    try {
      await this.decide([...this.places.keys()]);
    } catch (error) {
      this.visibility = null;
      throw error;
    }
  }

  /** Asks again for these viewers; those who may not see it are told what a stranger is told. */
  async decide(viewers: readonly Viewer[]): Promise<void> {
    const answers = new Map<string, Promise<Sight | null>>();
    for (const viewer of viewers) {
      const { id } = viewer.ctx.actor;
      if (!answers.has(id)) answers.set(id, inSight(viewer.ctx, this.ref));
      if (await answers.get(id)) continue;
      if (this.leave(viewer)) viewer.send(JSON.stringify({ ref: this.ref, type: "not_found" }));
      this.putOut(viewer);
    }
  }
}
