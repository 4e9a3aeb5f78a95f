import { db } from "../db";
import { log } from "../log";
import type { Viewer } from "./sight";
import { INBOX } from "./words";

const GATHER = 150;

/** The person-channel: how much waits for someone, told when something came or was done. */
export class Waiting {
  private readonly watchers = new Map<string, Set<Viewer>>();
  private readonly told = new Map<string, number>();
  private readonly people = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  async watch(viewer: Viewer) {
    const { id } = viewer.ctx.actor;
    const those = this.watchers.get(id) ?? new Set();
    this.watchers.set(id, those.add(viewer));
    const count = (await counts([id])).get(id) ?? 0;
    this.told.set(id, count);
    viewer.send(text(count));
  }

  leave(viewer: Viewer) {
    const { id } = viewer.ctx.actor;
    const those = this.watchers.get(id);
    if (!those?.delete(viewer) || those.size > 0) return;
    this.watchers.delete(id);
    this.told.delete(id);
  }

  /** Something that names this person happened: it may have put something into their inbox, or taken it out. */
  person(id: string) {
    if (!this.watchers.has(id)) return;
    this.people.add(id);
    this.soon();
  }

  everyone() {
    for (const id of this.watchers.keys()) this.person(id);
  }

  /** The net beneath: counts for everyone who watches, and tells those for whom it changed. */
  async recount() {
    const ids = [...this.watchers.keys()];
    if (ids.length === 0) return;
    const now = await counts(ids);
    for (const id of ids) if ((now.get(id) ?? 0) !== this.told.get(id)) this.tell(id, now.get(id) ?? 0);
  }

  stop() {
    if (this.timer) clearTimeout(this.timer);
  }

  private soon() {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.settle().catch((error: Error) => log.warn({ err: error.message }, "inboxes could not be counted"));
    }, GATHER);
  }

  private async settle() {
    const ids = [...this.people].filter((id) => this.watchers.has(id));
    this.people.clear();
    if (ids.length === 0) return;
    const now = await counts(ids);
    for (const id of ids) this.tell(id, now.get(id) ?? 0);
  }

  private tell(id: string, count: number) {
    this.told.set(id, count);
    for (const viewer of this.watchers.get(id) ?? []) viewer.send(text(count));
  }
}

const text = (waiting: number) => JSON.stringify({ type: INBOX, waiting });

/** What waits for each of them, in incidents that they may still see. */
async function counts(personIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await db().reads.query<{ personId: string; n: number }>({
    name: "live-waiting",
    text: `select x."personId", count(*)::int as n from inbox_item x join incident i on i.id = x."incidentId" join person p on p.id = x."personId"
      where x."personId" = any($1::uuid[]) and x."doneAt" is null and (p.role = 'admin' or i.visibility = 'organisation'
        or exists (select 1 from incident_person v where v."incidentId" = i.id and v."personId" = p.id)) group by 1`,
    values: [personIds],
  });
  return new Map(rows.map((row) => [row.personId, row.n]));
}
