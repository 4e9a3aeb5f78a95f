import { db } from "../db";
import { log } from "../log";

const GATHER = 20;

interface Watched {
  id: string;
  ref: string;
  viewers: Iterable<{ send(message: string): void }>;
  forget(): void;
}

/**
 * A change that was told or edited outside of a room concerns those rooms whose services it altered, or something that these depend on, and
 * those beside which it stands. One query over the rooms that are watched here, for all the changes of a moment.
 */
export class Offering {
  private changed: [id: string, writtenIn: string | null][] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly rooms: () => Iterable<Watched>) {}

  heard(changeId: string, writtenIn: string | null) {
    this.changed.push([changeId, writtenIn]);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.look().catch((error: Error) => log.warn({ err: error.message }, "rooms could not be told of a change"));
    }, GATHER);
  }

  stop() {
    if (this.timer) clearTimeout(this.timer);
  }

  private async look() {
    const changes = this.changed;
    this.changed = [];
    const watched = new Map([...this.rooms()].map((room) => [room.id, room]));
    if (watched.size === 0) return;
    for (const { id, beside } of await concerned([...watched.keys()], changes)) {
      const room = watched.get(id)!;
      if (beside) room.forget();
      const notice = JSON.stringify({ ref: room.ref, type: "offered", beside });
      for (const viewer of room.viewers) viewer.send(notice);
    }
  }
}

/**
 * Those of the rooms that one of the changes concerns, and whether one of them stands beside it. What belongs to an incident alone is that
 * incident's news; so is what was written in it, which came there with its rows.
 */
async function concerned(incidentIds: string[], changes: [id: string, writtenIn: string | null][]): Promise<{ id: string; beside: boolean }[]> {
  const { rows } = await db().reads.query<{ id: string; beside: boolean }>({
    name: "live-offering",
    text: `select w.id, bool_or(n.beside) as beside from unnest($1::uuid[]) as w(id)
    join unnest($2::uuid[], $3::uuid[]) as g(id, written_in) on g.written_in is distinct from w.id
    join change c on c.id = g.id and (c."incidentId" is null or c."incidentId" = w.id)
    cross join lateral (select exists (select 1 from incident_change x where x."incidentId" = w.id and x."changeId" = c.id) as beside) n
    where n.beside or exists (select 1 from incident_service s where s."incidentId" = w.id and (s."serviceId" = c."serviceId"
      or exists (select 1 from service_dependency d where d."serviceId" = s."serviceId" and d."dependsOnId" = c."serviceId")))
    group by w.id`,
    values: [incidentIds, changes.map(([id]) => id), changes.map(([, writtenIn]) => writtenIn)],
  });
  return rows;
}
