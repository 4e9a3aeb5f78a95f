import { db } from "../db";
import { log } from "../log";

const GATHER = 20;

interface Watched {
  id: string;
  ref: string;
  viewers: Iterable<{ send(message: string): void }>;
}

/**
 * A change that was told or edited outside of a room concerns those rooms whose services it altered, or something that these depend on, and
 * those beside which it stands. One query over the rooms that are watched here, for all the changes of a moment.
 */
export class Offering {
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly rooms: () => Iterable<Watched>) {}

  heard(changeId: string) {
    this.changed.add(changeId);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.look().catch((error: Error) => log.warn({ err: error.message }, "rooms could not be told of a change"));
    }, GATHER);
  }

  stop() {
    if (this.timer) clearTimeout(this.timer);
  }

  private async look() {
    const changes = [...this.changed];
    this.changed.clear();
    const watched = new Map([...this.rooms()].map((room) => [room.id, room]));
    if (watched.size === 0) return;
    for (const id of await concerned([...watched.keys()], changes)) {
      const room = watched.get(id);
      const notice = JSON.stringify({ ref: room!.ref, type: "offered" });
      for (const viewer of room!.viewers) viewer.send(notice);
    }
  }
}

/** Those of the rooms that one of the changes concerns. What belongs to an incident alone is that incident's news. */
async function concerned(incidentIds: string[], changeIds: string[]): Promise<string[]> {
  const { rows } = await db().reads.query<{ id: string }>({
    name: "live-offering",
    text: `select w.id from unnest($1::uuid[]) as w(id) where exists (
      select 1 from change c where c.id = any($2::uuid[]) and (c."incidentId" is null or c."incidentId" = w.id) and (
        exists (select 1 from incident_change x where x."incidentId" = w.id and x."changeId" = c.id)
        or exists (select 1 from incident_service s where s."incidentId" = w.id and (s."serviceId" = c."serviceId"
          or exists (select 1 from service_dependency d where d."serviceId" = s."serviceId" and d."dependsOnId" = c."serviceId")))))`,
    values: [incidentIds, changeIds],
  });
  return rows.map((row) => row.id);
}
