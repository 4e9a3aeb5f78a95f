import type { Committed } from "../events/schema";
import { log } from "../log";
import { Bus, type Notice } from "./bus";
import { Offering } from "./offering";
import { Presence } from "./presence";
import { Room } from "./room";
import { type LiveEvent, passed } from "./rows";
import type { LiveAsk } from "./schema";
import { inSight, type Viewer } from "./sight";
import { namedIn, Standing } from "./standing";
import { Waiting } from "./waiting";
import { CLOSE, INBOX } from "./words";

const POLL = 3000;
/** Every so many polls the slower looks: whose session ended unheard, who is where, what waits. */
const SLOWER = 4;
const MOST_ROOMS = 50;

/** The documents that are open in this process. */
export interface Documents {
  heard(notice: Notice & ["document" | "carets", ...unknown[]]): void;
}

interface Open {
  room: Room;
  presence: Presence;
}

/** Everything live in one process: who watches which incident, and how they hear of it, whoever wrote. */
export class Hub {
  private readonly rooms = new Map<string, Open>();
  private readonly watching = new Map<Viewer, Map<string, Open>>();
  private readonly waiting = new Waiting();
  private readonly offering = new Offering(() => [...this.rooms.values()].map(({ room }) => room));
  private readonly standing = new Standing({
    viewers: () => this.watching.keys(),
    changed: (viewer) => this.changed(viewer),
  });
  private readonly bus: Bus;
  private poll: NodeJS.Timeout | null = null;
  private polls = 0;
  /** Set by lib/collab. */
  documents: Documents | null = null;

  constructor(connectionString: string) {
    this.bus = new Bus({
      connectionString,
      heard: (notices, origin) => {
        for (const notice of notices) this.heard(notice, origin);
      },
      restored: () => void this.look(true),
    });
  }

  start(every = POLL) {
    this.bus.start();
    this.poll = setInterval(() => void this.look(++this.polls % SLOWER === 0), every);
    return this;
  }

  async stop() {
    if (this.poll) clearInterval(this.poll);
    this.waiting.stop();
    this.offering.stop();
    for (const { presence } of this.rooms.values()) presence.stop();
    for (const viewer of [...this.watching.keys()]) viewer.close(CLOSE.goingAway, "Candor is starting anew");
    await this.bus.stop();
  }

  /** Called after each commit of this process, from whichever bundle wrote. */
  committed(events: readonly Committed[]) {
    const notices: Notice[] = [];
    const news = new Map<string, LiveEvent[]>();
    for (const { incidentId, seq, type, data } of events) {
      if (incidentId && seq !== null) news.set(incidentId, [...(news.get(incidentId) ?? []), { seq, type, data: data as LiveEvent["data"] }]);
      else notices.push(...this.standing.noticesOf(type, data));
      if ((type === "change.recorded" || type === "change.updated") && typeof data.changeId === "string") notices.push(["change", data.changeId, incidentId]);
      for (const id of namedIn(data)) notices.push(["waits", id]);
      // What waits in it for whom is decided anew.
      if (type === "incident.visibility_changed") notices.push(["sight"]);
    }
    for (const [id, own] of news) {
      const seq = own.at(-1)!.seq;
      this.rooms.get(id)?.room.advance(seq, own);
      this.bus.say(["incident", id, seq]);
    }
    for (const notice of notices) this.heard(notice, "");
    this.bus.say(...notices);
  }

  private heard(notice: Notice, origin: string) {
    const [about] = notice;
    if (about === "incident") this.rooms.get(notice[1])?.room.advance(notice[2]);
    else if (about === "waits") this.waiting.person(notice[1]);
    else if (about === "change") this.offering.heard(notice[1], notice[2]);
    else if (about === "sight") this.waiting.everyone();
    else if (about === "here") this.rooms.get(notice[1])?.presence.heard(origin, notice[2], notice[3]);
    else if (about === "who") this.rooms.get(notice[1])?.presence.refresh();
    else if (notice[0] === "document" || notice[0] === "carets") this.documents?.heard(notice);
    else this.standing.heard(notice);
  }

  /** For lib/collab: tells the other processes. */
  tell(notice: Notice) {
    this.bus.say(notice);
  }

  connect(viewer: Viewer) {
    this.watching.set(viewer, new Map());
  }

  disconnect(viewer: Viewer) {
    for (const ref of [...(this.watching.get(viewer)?.keys() ?? [])]) this.unsubscribe(viewer, ref);
    this.waiting.leave(viewer);
    this.watching.delete(viewer);
  }

  async ask(viewer: Viewer, ask: LiveAsk): Promise<void> {
    if ("ping" in ask) return viewer.send('{"type":"pong"}');
    if ("unsubscribe" in ask) return ask.unsubscribe === INBOX ? this.waiting.leave(viewer) : this.unsubscribe(viewer, ask.unsubscribe);
    if ("here" in ask) return this.here(viewer, ask.here, ask.typing ?? false);
    if (ask.subscribe === INBOX) return this.waiting.watch(viewer);
    return this.subscribe(viewer, ask.subscribe, ask.after);
  }

  /** Others see it, so a token that may only read does not say it. */
  private here(viewer: Viewer, ref: string, typing: boolean) {
    if (viewer.ctx.scope !== "read") this.watching.get(viewer)?.get(ref)?.presence.here(viewer, typing);
  }

  private async subscribe(viewer: Viewer, ref: string, after: number | undefined) {
    let sight = await inSight(viewer.ctx, ref);
    // The room may have turned private while we looked: what it knows is newer, so look again.
    for (let tries = 0; sight && this.rooms.get(sight.id)?.room.agrees(sight) === false && tries < 3; tries++) sight = await inSight(viewer.ctx, ref);
    const mine = this.watching.get(viewer);
    if (!mine || viewer.gone) return;
    if (!sight) {
      this.unsubscribe(viewer, ref);
      return viewer.send(JSON.stringify({ ref, type: "not_found" }));
    }
    if (mine.size >= MOST_ROOMS && !mine.has(ref)) return viewer.close(CLOSE.misuse, "Too many rooms at once");
    let open = this.rooms.get(sight.id);
    if (!open) {
      const room = new Room(sight, (out) => this.unsubscribe(out, ref));
      open = { room, presence: new Presence(room, (notice) => this.bus.say(notice)) };
      this.rooms.set(sight.id, open);
      // What was committed between the look and now was announced to nobody.
      void this.catchPassed([open]);
    }
    mine.set(ref, open);
    open.presence.greet(viewer);
    // Not awaited: whoever catches up may already ask something else.
    open.room.join(viewer, sight, after).catch(() => viewer.close(CLOSE.notNow, "Candor cannot reach its database right now"));
  }

  private unsubscribe(viewer: Viewer, ref: string) {
    const mine = this.watching.get(viewer);
    const open = mine?.get(ref);
    if (!open) return;
    mine!.delete(ref);
    open.room.leave(viewer);
    open.presence.leave(viewer);
    if (!open.room.empty || this.rooms.get(open.room.id) !== open) return;
    open.presence.stop();
    this.rooms.delete(open.room.id);
  }

  /** The person may do more or less than before: each of their rooms is decided again. */
  private async changed(viewer: Viewer) {
    for (const { room } of [...(this.watching.get(viewer)?.values() ?? [])]) await room.decide([viewer]);
    this.waiting.person(viewer.ctx.actor.id);
  }

  /** The net beneath: what no notice brought is found here. */
  private async look(slower: boolean) {
    await this.catchPassed([...this.rooms.values()]);
    if (!slower) return;
    for (const { presence } of this.rooms.values()) presence.refresh();
    await Promise.all([this.bus.check(), this.standing.check(), this.waiting.recount()]).catch((error: Error) =>
      log.warn({ err: error.message }, "the live net could not look"),
    );
  }

  private async catchPassed(open: readonly Open[]) {
    if (open.length === 0) return;
    try {
      for (const [id, seq] of await passed(open.map(({ room }) => ({ incidentId: room.id, seq: room.seq })))) this.rooms.get(id)?.room.advance(seq);
    } catch (error) {
      log.warn({ err: (error as Error).message }, "the live net could not look");
    }
  }

  /** For tests and figures. */
  get counts() {
    return { viewers: this.watching.size, rooms: this.rooms.size };
  }
  /** For tests: this process no longer hears of others, as when its LISTEN is cut. */
  deafen() {
    return this.bus.deafen();
  }
}
