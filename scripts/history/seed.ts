import { cpus } from "node:os";
import pg from "pg";
import { BEGAN, company } from "./company";
import { Copy } from "./copy";
import { incidentAt } from "./incidents";
import { copyCombined, copyRoutine, SEARCH_COMBINED, shippedTags } from "./seed-combined";

const HOUR = 3_600_000;
const iso = (ms: number | Date | null) => (ms === null ? null : new Date(ms).toISOString());

async function connectedTo<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "candor seed:history" });
  await client.connect();
  await client.query("set candor.loading = 'on'; set synchronous_commit = off; set maintenance_work_mem = '512MB'");
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Fills a migrated database with `total` incidents and ten times as many entries, with their search rows and documents. */
export async function seedHistory(url: string, total: number, say: (line: string) => void): Promise<void> {
  const connected = <T>(run: (client: pg.Client) => Promise<T>) => connectedTo(url, run);
  const step = async (what: string, run: () => Promise<unknown>) => {
    const from = Date.now();
    await run();
    say(`  ${what}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
  };
  /** The whole range in pieces, several at once, one connection each. */
  const inPieces = async (size: number, run: (client: pg.Client, from: number, to: number) => Promise<void>) => {
    let next = 0;
    const lane = () =>
      connected(async (client) => {
        while (next < total) {
          const from = next;
          next += size;
          await run(client, from, Math.min(from + size, total));
        }
      });
    await Promise.all(Array.from({ length: lanes }, lane));
  };
  const firm = company();
  const ends = Math.floor(Date.now() / HOUR) * HOUR;
  const began = BEGAN;
  const lanes = Math.max(2, Math.min(4, cpus().length));

  const { first, empty } = await connected(async (client) => {
    const { rows } = await client.query<{ last: number; any: boolean }>(
      `select coalesce(max(number), 0) as last, exists (select 1 from incident) as any from incident`,
    );
    return { first: rows[0]!.last + 1, empty: !rows[0]!.any };
  });
  if (!empty) {
    const { rows } = await connected((client) => client.query("select 1 from person where email = $1", [firm.people[0]!.email]));
    if (rows.length) throw new Error("This database holds such a history already; use another one.");
  }
  const made = (at: number) => incidentAt(at, total, first, began, ends, firm);

  await step("people, teams, services", () =>
    connected(async (client) => {
      await client.query("set candor.loading = 'off'");
      const people = new Copy(client, `copy person (id, email, name, role, "createdAt", "updatedAt") from stdin`);
      for (const person of firm.people) await people.row(person.id, person.email, person.name, person.role, iso(BEGAN), iso(BEGAN));
      await people.end();
      const teams = new Copy(client, `copy team (id, name, "createdAt", "updatedAt") from stdin`);
      for (const team of firm.teams) await teams.row(team.id, team.name, iso(BEGAN), iso(BEGAN));
      await teams.end();
      const members = new Copy(client, `copy team_member ("teamId", "personId", role) from stdin`);
      for (const team of firm.teams)
        for (const [place, at] of team.memberAt.entries()) await members.row(team.id, firm.people[at]!.id, place === 0 ? "lead" : "member");
      await members.end();
      const services = new Copy(client, `copy service (id, name, tier, "teamId", "createdAt", "updatedAt") from stdin`);
      for (const service of firm.services) await services.row(service.id, service.name, service.tier, firm.teams[service.team]!.id, iso(BEGAN), iso(BEGAN));
      await services.end();
    }),
  );

  await step(`${total} incidents`, () =>
    inPieces(2000, async (client, from, to) => {
      const incidents = new Copy(
        client,
        `copy incident (id, number, title, summary, mode, environment, visibility, detection, "declaredAt", "declaredById", "givenStatus", "givenSeverity", "givenStartedAt", "givenDetectedAt",
          status, severity, "severityRank", "startedAt", "detectedAt", "acknowledgedAt", "identifiedAt", "mitigatedAt", "resolvedAt", known, impact, trying, seq, "updatedAt") from stdin`,
      );
      const piece = Array.from({ length: to - from }, (_, at) => made(from + at));
      for (const i of piece) {
        const d = i.derived;
        await incidents.row(
          i.id,
          i.number,
          i.title,
          i.summary,
          i.mode,
          i.environment,
          i.visibility,
          i.detection,
          iso(i.declaredAt),
          firm.people[i.declaredBy]!.id,
          i.givenStatus,
          i.givenSeverity,
          iso(i.startedAt),
          iso(i.detectedAt),
          d.status,
          d.severity,
          i.rank,
          iso(d.startedAt),
          iso(d.detectedAt),
          iso(d.acknowledgedAt),
          iso(d.identifiedAt),
          iso(d.mitigatedAt),
          iso(d.resolvedAt),
          i.known,
          i.impact,
          i.trying,
          i.seq,
          iso(i.updatedAt),
        );
      }
      await incidents.end();
      const services = new Copy(client, `copy incident_service ("incidentId", "serviceId", "declaredAt") from stdin`);
      for (const i of piece) for (const at of i.services) await services.row(i.id, firm.services[at]!.id, iso(i.declaredAt));
      await services.end();
      const teams = new Copy(client, `copy incident_team ("incidentId", "teamId", "declaredAt") from stdin`);
      for (const i of piece) for (const at of i.teams) await teams.row(i.id, firm.teams[at]!.id, iso(i.declaredAt));
      await teams.end();
      const roles = new Copy(client, `copy incident_role (id, "incidentId", role, "personId", since, "endedAt") from stdin`);
      for (const i of piece) {
        for (const held of i.roles) await roles.row(held.id, i.id, held.role, firm.people[held.person]!.id, iso(held.since), null);
      }
      await roles.end();
      const people = new Copy(client, `copy incident_person ("incidentId", "personId", "addedById", at) from stdin`);
      for (const i of piece) {
        for (const person of i.people) await people.row(i.id, firm.people[person]!.id, firm.people[i.declaredBy]!.id, iso(i.declaredAt));
      }
      await people.end();
    }),
  );

  await step("their timelines", () =>
    inPieces(5000, async (client, from, to) => {
      const entries = new Copy(
        client,
        `copy timeline_entry (id, "incidentId", seq, touched, kind, body, data, milestone, "occurredAt", "recordedAt", "authorId", starred) from stdin`,
      );
      for (let at = from; at < to; at++) {
        const i = made(at);
        for (const e of i.entries)
          await entries.row(
            e.id,
            i.id,
            e.seq,
            e.seq,
            e.kind,
            e.body,
            e.data,
            e.milestone,
            iso(e.occurredAt),
            iso(e.recordedAt),
            firm.people[e.author]!.id,
            e.starred,
          );
      }
      await entries.end();
    }),
  );

  await step("what changed, combined and followed", async () => {
    const tags = await connected(shippedTags);
    await inPieces(2000, (client, from, to) =>
      copyCombined(
        client,
        firm,
        Array.from({ length: to - from }, (_, nth) => ({ i: made(from + nth), at: from + nth })),
        tags,
        ends,
      ),
    );
    const ordinary = Math.ceil(total * 0.2);
    await connected((client) => copyRoutine(client, firm, 0, ordinary, ordinary, began, ends));
  });

  await step("their events", () =>
    inPieces(5000, async (client, from, to) => {
      const events = new Copy(client, `copy event ("incidentId", seq, type, "actorId", data, at) from stdin`);
      for (let at = from; at < to; at++) {
        const i = made(at);
        await events.row(i.id, 1, "incident.declared", firm.people[i.declaredBy]!.id, {}, iso(i.declaredAt));
        for (const e of i.entries) await events.row(i.id, e.seq, e.event, firm.people[e.author]!.id, { entryId: e.id, kind: e.kind }, iso(e.recordedAt));
      }
      await events.end();
    }),
  );

  await step("search rows", () =>
    inPieces(2000, async (client, from, to) => {
      await client.query(
        `insert into search.row (kind, source_id, incident_id, at, text)
         select 'title', id, id, "declaredAt", title from incident where number >= $1 and number < $2
         union all select 'summary', id, id, "declaredAt", summary from incident where number >= $1 and number < $2 and summary <> ''
         union all select 'entry', e.id, i.id, e."occurredAt", concat_ws(E'\\n', nullif(e.body, ''), e.data->>'because')
           from incident i join timeline_entry e on e."incidentId" = i.id where i.number >= $1 and i.number < $2 and (e.body <> '' or e.data ? 'because')
         ${SEARCH_COMBINED}`,
        [first + from, first + to],
      );
    }),
  );

  if (empty) await connected((client) => client.query("drop index search.incident_tsv_idx"));
  await step("search documents", () =>
    inPieces(1000, async (client, from, to) => {
      await client.query(
        `insert into search.incident
         select (d).id, (d).number, (d).declared_at, (d).visibility, (d).status, (d).severity_rank, (d).mode, (d).environment, (d).service_ids, (d).team_ids, search.document(d), (d).groups, (d).tag_ids, (d).factor_roles, (d).has
         from (
           select row(i.id, i.number, i."declaredAt", i.visibility, i.status, i."severityRank", i.mode, i.environment,
             array(select "serviceId" from incident_service s where s."incidentId" = i.id order by 1),
             array(select "teamId" from incident_team t where t."incidentId" = i.id order by 1), '',
             array(select distinct f."group" from factor f where f."incidentId" = i.id order by 1),
             array(select distinct f."tagId" from factor f where f."incidentId" = i.id order by 1),
             array(select distinct f.role from factor f where f."incidentId" = i.id order by 1),
             array_remove(array[
               case when exists (select 1 from incident_change x join change_diff c on c."changeId" = x."changeId" where x."incidentId" = i.id) then 'diff' end,
               case when exists (select 1 from action_item a where a."incidentId" = i.id and a.status in ('open', 'in_progress')) then 'open_actions' end], null)
           )::search.incident as d
           from incident i where i.number >= $1 and i.number < $2 order by i.number) x`,
        [first + from, first + to],
      );
    }),
  );
  if (empty)
    await step("their index", () =>
      connected((client) => client.query("create index incident_tsv_idx on search.incident using gin (tsv) with (fastupdate = off)")),
    );

  await step("tidying", () =>
    connected(async (client) => {
      await client.query("select setval('incident_number_seq', (select max(number) from incident))");
      await client.query("vacuum analyze");
    }),
  );
}
