import { peopleById } from "../auth/directory";
import type { Person } from "../people/schema";
import type { PresenceMessage } from "./schema";
import type { Notice } from "./bus";
import type { Viewer } from "./sight";

const MOST_SHOWN = 50;
/** As many ids as one notice holds. */
const MOST_TOLD = 100;
const TYPING = 6000;
const STALE = 40_000;
const USUAL_WAIT = 200;
/** A crowd changes all the time: the more watch, the more rarely all of them are told. */
const WAIT_EACH = 4;

interface Elsewhere {
  people: string[];
  typing: string[];
  at: number;
}

/** Who is in one room, over all processes: small, unstored, a person in two tabs counts once. */
export class Presence {
  private readonly local = new Map<Viewer, { typingUntil: number }>();
  private readonly elsewhere = new Map<string, Elsewhere>();
  private known = new Map<string, Person>();
  private timer: NodeJS.Timeout | null = null;
  private shown = "";
  private told = "";
  private again = false;

  constructor(
    private readonly room: { id: string; ref: string; viewers: Iterable<Viewer> },
    private readonly say: (notice: Notice) => void,
  ) {
    this.say(["who", room.id]);
  }

  here(viewer: Viewer, typing: boolean) {
    this.local.set(viewer, { typingUntil: typing ? Date.now() + TYPING : 0 });
    if (typing) setTimeout(() => this.changed(), TYPING + 50).unref();
    this.changed();
  }

  leave(viewer: Viewer) {
    if (this.local.delete(viewer)) this.changed();
  }

  heard(origin: string, people: string[], typing: string[]) {
    if (people.length) this.elsewhere.set(origin, { people, typing, at: Date.now() });
    else this.elsewhere.delete(origin);
    this.changed();
  }

  /** Says again who is here, for processes that began to watch or missed it; forgets those of a process that fell silent. */
  refresh() {
    for (const [origin, { at }] of this.elsewhere) if (Date.now() - at > STALE) this.elsewhere.delete(origin);
    this.again = true;
    this.changed();
  }

  /** A viewer who has just come is told even when nothing changed. */
  greet(viewer: Viewer) {
    if (this.shown) viewer.send(this.shown);
  }

  stop() {
    if (this.timer) clearTimeout(this.timer);
    if (this.told) this.say(["here", this.room.id, [], []]);
  }

  private changed() {
    const watching = [...this.room.viewers].length;
    this.timer ??= setTimeout(() => void this.tell().catch(() => undefined), USUAL_WAIT + watching * WAIT_EACH);
  }

  private async tell() {
    this.timer = null;
    const now = Date.now();
    const own = [...this.local];
    const people = [...new Set(own.map(([viewer]) => viewer.ctx.actor.id))];
    const typing = [...new Set(own.filter(([, at]) => at.typingUntil > now).map(([viewer]) => viewer.ctx.actor.id))];
    const notice: Notice = ["here", this.room.id, people.slice(0, MOST_TOLD), typing.slice(0, MOST_SHOWN)];
    const telling = JSON.stringify(notice);
    if ((this.again || telling !== this.told) && (people.length || this.told)) this.say(notice);
    this.told = people.length ? telling : "";
    this.again = false;

    const others = [...this.elsewhere.values()];
    const all = [...new Set([...people, ...others.flatMap((there) => there.people)])];
    const shown = await this.names(all.slice(0, MOST_SHOWN));
    const message: PresenceMessage = {
      ref: this.room.ref,
      type: "presence",
      people: shown,
      count: all.length,
      typing: [...new Set([...typing, ...others.flatMap((there) => there.typing)])].slice(0, MOST_SHOWN),
    };
    const text = JSON.stringify(message);
    if (text === this.shown) return;
    this.shown = text;
    const bytes = Buffer.from(text);
    for (const viewer of this.room.viewers) viewer.send(bytes);
  }

  private async names(ids: readonly string[]): Promise<Person[]> {
    const missing = ids.filter((id) => !this.known.has(id));
    if (missing.length) for (const [id, person] of await peopleById(missing)) this.known.set(id, person);
    return ids.flatMap((id) => this.known.get(id) ?? []);
  }
}
