import * as Y from "yjs";
import type { Change } from "../../auth/change";
import type { Blocks } from "../../blocks/schema";
import { checkDocument, projectionOf, stateOf } from "../../documents/projection";
import type { DocNode } from "../../documents/schema";
import { templateDocument } from "../../documents/template";
import { DOCUMENT_SCHEMA } from "../../documents/words";
import type { EventType, NewEvent } from "../../events/schema";
import { refOf } from "../../incidents/queries";
import { searchSections } from "../../postmortems/sections";
import { HISTORY, PEOPLE } from "../history";
import { markdownWith } from "../../publishing/writes";
import type { Loading } from "../rules";
import type { IncidentKey, PersonKey } from "../schema";
import { asItWas, documentOf, type Named, sectionsAt, versionsOf } from "./rules";
import type { AsksYou, ExampleNotRequired, ExampleWritten, When, WrittenReview, WrittenVersion } from "./schema";

/** A post-mortem of the example history as rows, inside the change that loads it. */

const ZONE = "UTC";
const MINUTE = 60_000;

/** An act of one of its people: recorded as theirs, at its own time. */
type Act = (type: EventType, by: PersonKey, at: Date, data?: NewEvent["data"]) => void;

interface Room {
  c: Change;
  loaderId: string;
  loading: Loading;
  postmortemId: string;
  written: ExampleWritten;
  named: Named;
  blocks: Blocks;
  at(when: When): Date;
  act: Act;
}

/** What its people did, noted as it is told, then recorded in the order of time and given to whoever did it. */
export function actsIn(c: Change, { ids }: Loading) {
  const acts: (NewEvent & { at: Date; personId: string })[] = [];
  const act: Act = (type, by, at, data = {}) => void acts.push({ type, data, at, personId: ids.people[by] });
  const record = () => {
    acts.sort((one, other) => one.at.getTime() - other.at.getTime());
    const told = acts.map(({ type, data, at, personId }) => ({ seq: c.record({ type, data: data ?? {} }), at, personId }));
    c.purge(async () => {
      const { id, seq } = c.incident;
      await c.tx.$executeRaw`update postmortem set version = ${told.length} where "incidentId" = ${id}::uuid`;
      await c.tx.$executeRaw`update incident set "updatedAt" = ${told.at(-1)!.at} where id = ${id}::uuid`;
      await c.tx.$executeRaw`update incident_seen set seq = ${seq} where "incidentId" = ${id}::uuid`;
      await c.tx.$executeRaw`
        update event v set at = a.at, "actorId" = a."personId" from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as a(seq int, at timestamptz, "personId" uuid)
        where v."incidentId" = ${id}::uuid and v.seq = a.seq`;
    });
  };
  return { act, record };
}

export function namesIn({ ids, actions }: Loading, moment: Named["moment"]): Named {
  return {
    moment,
    person: (key) => ({ id: ids.people[key as PersonKey], name: PEOPLE.find((person) => person.key === key)!.name }),
    incident: (key) => ({ ref: refOf(ids.incidents[key as IncidentKey].number), title: HISTORY.find((incident) => incident.key === key)!.title }),
    action: (key) => ({ ref: `ACT-${actions.get(key)!.number}`, title: actions.get(key)!.title }),
  };
}

/** What a fold would store of it. */
function storedOf(written: DocNode) {
  const state = new Uint8Array(stateOf(checkDocument(written)));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return { state, ...projectionOf(doc) };
}

type Stored = ReturnType<typeof storedOf>;

const documentIn = ({ state, json, markdown, words }: Stored, at: Date) => ({
  document: { create: {} },
  snapshot: { create: { seq: 0, state, json: json as object, markdown, words, schema: DOCUMENT_SCHEMA, at } },
});

export async function loadPostmortem(room: Room): Promise<void> {
  const { c, loading, postmortemId, written, at, act } = room;
  const versions = versionsOf(written);
  const last = versions.at(-1);
  const { writers, reviews } = last ?? (written as { writers: readonly PersonKey[]; reviews: readonly WrittenReview[] });
  const stored = storedOf(documentOf(sectionsAt(written), room.named));
  const begun = at(written.begun);
  const moved = last ? at(last.at) : new Date(Math.max(begun.getTime(), ...reviews.map(({ asked, answered }) => at(answered?.at ?? asked).getTime())));
  await c.tx.postmortem.create({
    data: {
      id: postmortemId,
      incidentId: c.incident.id,
      status: last ? "published" : reviews.length > 0 ? "in_review" : "draft",
      publishedVersion: last ? versions.length : null,
      publishedAt: last ? moved : null,
      createdById: loading.ids.people[writers[0]!],
      createdAt: begun,
      updatedAt: moved,
      ...documentIn(stored, moved),
      authors: {
        createMany: {
          data: writers.map((writer, n) => ({ personId: loading.ids.people[writer], firstAt: new Date(begun.getTime() + n * 47 * MINUTE), lastAt: moved })),
        },
      },
    },
  });
  act("postmortem.started", writers[0]!, begun, { postmortemId });
  // The newest version is the document as it stands.
  for (const [before, version] of versions.entries())
    await loadVersion(room, before + 1, version, version === last ? stored : storedOf(documentOf(sectionsAt(written, before + 1), room.named)));
  // What was said of a draft that is out stands with its version.
  if (!last) {
    tellReviews(room, reviews);
    await loadReviews(room, reviews);
    if ("asksYou" in written) await askLoader(room, written.asksYou);
  }
  await searchSections(
    c.tx,
    { postmortemId, incidentId: c.incident.id, from: last ? "version" : "draft", at: moved, ...(last ? { title: last.title } : {}) },
    stored.sections,
  );
}

async function loadVersion(room: Room, n: number, version: WrittenVersion, { json, words }: Stored): Promise<void> {
  const { c, postmortemId, at, act, loading, blocks } = room;
  const { people } = loading.ids;
  tellReviews(room, version.reviews);
  const publishedAt = at(version.at);
  const shown = asItWas(blocks, publishedAt);
  await c.tx.postmortemVersion.create({
    data: {
      postmortemId,
      n,
      title: version.title,
      json: json as object,
      blocks: shown as object,
      markdown: markdownWith(json, shown, ZONE),
      words,
      zone: ZONE,
      authorIds: version.writers.map((writer) => people[writer]),
      reviews: version.reviews.flatMap(({ person, answered }) =>
        answered ? [{ personId: people[person], state: answered.state, at: at(answered.at).toISOString() }] : [],
      ),
      note: version.note ?? "",
      publishedById: people[version.by],
      publishedAt,
    },
  });
  act("postmortem.published", version.by, publishedAt, { postmortemId, version: n });
}

/** Who was asked at once is asked in one event. */
function tellReviews({ act, at, postmortemId, loading }: Room, reviews: readonly WrittenReview[]): void {
  const together = new Map<string, WrittenReview[]>();
  for (const review of reviews) {
    const key = `${review.askedBy} ${review.asked.join(" ")}`;
    together.set(key, [...(together.get(key) ?? []), review]);
  }
  const idOf = ({ person }: WrittenReview) => loading.ids.people[person];
  for (const [one, ...others] of together.values())
    if (one) act("postmortem.review_requested", one.askedBy, at(one.asked), { postmortemId, personIds: [one, ...others].map(idOf) });
  for (const review of reviews) {
    if (!review.answered) continue;
    const { state, at: when } = review.answered;
    act(state === "approved" ? "postmortem.approved" : "postmortem.changes_requested", review.person, at(when), { postmortemId, personIds: [idOf(review)] });
  }
}

async function loadReviews({ c, postmortemId, loading, at }: Room, reviews: readonly (WrittenReview & { note?: string })[]): Promise<void> {
  const { people } = loading.ids;
  await c.tx.postmortemReview.createMany({
    data: reviews.map(({ person, askedBy, asked, answered, note = "" }) => ({
      postmortemId,
      personId: people[person],
      state: answered?.state ?? "requested",
      note,
      askedById: people[askedBy],
      askedAt: at(asked),
      // Its people have no mailbox: nobody is reminded.
      remindedAt: c.now,
      at: at(answered?.at ?? asked),
    })),
  });
}

async function askLoader({ c, loaderId, postmortemId, loading, at, act }: Room, { askedBy, asked, note }: AsksYou): Promise<void> {
  const [fromId, when] = [loading.ids.people[askedBy], at(asked)];
  act("postmortem.review_requested", askedBy, when, { postmortemId, personIds: [loaderId] });
  await c.tx.postmortemReview.create({ data: { postmortemId, personId: loaderId, note, askedById: fromId, askedAt: when, remindedAt: c.now, at: when } });
  await c.tx.inboxItem.create({ data: { personId: loaderId, kind: "review", incidentId: c.incident.id, fromId, at: when } });
}

export async function loadNotRequired(
  { c, loading, postmortemId, at: on, act }: Omit<Room, "written" | "blocks">,
  { by, at, reason }: ExampleNotRequired,
): Promise<void> {
  const moment = on(at);
  await c.tx.postmortem.create({
    data: {
      id: postmortemId,
      incidentId: c.incident.id,
      status: "not_required",
      reason,
      createdById: loading.ids.people[by],
      createdAt: moment,
      updatedAt: moment,
      ...documentIn(storedOf(templateDocument()), moment),
    },
  });
  act("postmortem.not_required", by, moment, { postmortemId });
}
