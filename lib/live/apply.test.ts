import fc from "fast-check";
import { expect, test } from "vitest";
import type { Call } from "../calls/schema";
import { encodeCursor } from "../http/cursor";
import type { Incident, SharedIncident } from "../incidents/schema";
import type { Person } from "../people/schema";
import { withEntries } from "../timeline/client";
import type { Entry } from "../timeline/schema";
import { applyMessages, inView, newestOf, type RoomCache } from "./apply";
import type { EventMessage } from "./schema";

const person = (id: string): Person => ({ id, name: id, avatarUrl: null, role: "member" });
const me = { id: "me", role: "member" as const };
const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString();
const entry = (id: number, seq: number, touched: number, time: number): Entry =>
  ({ id: `e${id}`, seq, touched, version: 1, kind: "note", body: `v${touched}`, data: {}, occurredAt: at(time), author: person("me") }) as unknown as Entry;
const incident = (seq: number): Incident => ({ ref: "INC-1", seq, title: `t${seq}`, roles: [], seenSeq: 3, can: [] }) as unknown as Incident;
const call = (seen: number, answered: number): Call => ({
  id: "c1",
  message: "",
  at: at(0),
  calledBy: person("me"),
  webhook: null,
  people: ["a", "b", "c"].map((id, n) => ({
    person: person(id),
    channel: "inbox",
    toldAt: at(0),
    seenAt: n < seen ? at(1 + n) : null,
    answer: n < answered ? "on_it" : null,
    answeredAt: n < answered ? at(10 + n) : null,
    mail: null,
  })),
});
const empty: RoomCache = { incident: incident(5), timeline: { items: [], older: null }, calls: { items: [], nextCursor: null, reach: [] }, callsAt: {} };

/** A history as a server would tell it: each entry made once, then touched by later events; the incident and a call go on beside. */
const history = fc
  .array(fc.record({ id: fc.nat(6), time: fc.nat(8), what: fc.constantFrom("timeline", "timeline", "incident", "call") }), { minLength: 1, maxLength: 30 })
  .map((steps) => {
    const born = new Map<number, number>();
    let answered = 0;
    return steps.map(({ id, time, what }, n): EventMessage => {
      const seq = n + 6;
      if (what === "incident") return { ref: "INC-1", seq, type: "incident.updated", row: incident(seq) as SharedIncident };
      if (what === "call") {
        answered = Math.min(3, answered + 1);
        return { ref: "INC-1", seq, type: "call.answered", row: call(3 - (n % 2), answered) };
      }
      if (!born.has(id)) born.set(id, seq);
      return { ref: "INC-1", seq, type: born.get(id) === seq ? "timeline.added" : "timeline.edited", row: entry(id, born.get(id)!, seq, time) };
    });
  });

test("any order and repetition of messages, in any portions, gives the same cache", () => {
  fc.assert(
    fc.property(
      history.chain((messages) =>
        fc.tuple(fc.constant(messages), fc.shuffledSubarray([...messages, ...messages], { minLength: messages.length * 2 }), fc.integer({ min: 1, max: 7 })),
      ),
      ([messages, shuffled, portion]) => {
        const expected = applyMessages(empty, messages, me);
        let got = empty;
        for (let n = 0; n < shuffled.length; n += portion) got = applyMessages(got, shuffled.slice(n, n + portion), me);
        expect(got).toEqual(expected);
        expect(applyMessages(got, shuffled, me)).toEqual(got);
      },
    ),
  );
});

test("entries stand in the order of (occurredAt, seq), the latest version of each, and what does not change stays the same object", () => {
  fc.assert(
    fc.property(history, (messages) => {
      const { timeline } = applyMessages(empty, messages, me);
      const { items } = timeline!;
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      for (const [n, row] of items.entries()) {
        const next = items[n + 1];
        if (next) expect(row.occurredAt < next.occurredAt || (row.occurredAt === next.occurredAt && row.seq < next.seq)).toBe(true);
      }
      const again = applyMessages({ ...empty, timeline }, messages, me);
      expect(again.timeline).toBe(timeline);
    }),
  );
});

test("an entry that followed its change without an event of the room is taken in at its version, and never back", () => {
  const [first, followed] = [entry(1, 6, 6, 1), { ...entry(1, 6, 6, 2), version: 2 }];
  const held = withEntries({ items: [first], older: null }, [followed]);
  expect(held.items).toEqual([followed]);
  expect(withEntries(held, [first, followed])).toBe(held);
  expect(withEntries(held, [{ ...first, touched: 7 }]).items).toMatchObject([{ touched: 7 }]);
});

test("a hand-over changes what one may do at once", () => {
  const leads = { ...incident(9), roles: [{ id: "r", role: "lead", person: person("me"), since: at(0) }] } as SharedIncident;
  const after = applyMessages(empty, [{ ref: "INC-1", seq: 9, type: "role.taken", row: leads }], me);
  expect(after.incident?.can).toContain("timeline.redact");
  expect(after.incident?.seenSeq).toBe(3);
  const later = applyMessages(after, [{ ref: "INC-1", seq: 10, type: "role.ended", row: incident(10) as SharedIncident }], me);
  expect(later.incident?.can).not.toContain("timeline.redact");
});

test("an edit of something older than what is loaded is kept, and shown with its part", () => {
  const held = { items: [entry(1, 10, 10, 50), entry(2, 11, 11, 60)], older: encodeCursor([Date.parse(at(50)), 10]) };
  const { timeline } = applyMessages({ ...empty, timeline: held }, [{ ref: "INC-1", seq: 12, type: "timeline.edited", row: entry(0, 2, 12, 20) }], me);
  expect(inView(timeline!).map(({ id }) => id)).toEqual(["e1", "e2"]);
  expect(inView({ ...timeline!, older: null }).map(({ id }) => id)).toEqual(["e0", "e1", "e2"]);
});

test("the newest part is what the API would have answered for it", () => {
  const held = { items: [entry(1, 10, 10, 50), entry(2, 11, 11, 60), entry(3, 12, 12, 70)], older: null };
  expect(newestOf(held, 2)).toEqual({ items: held.items.slice(1), older: encodeCursor([Date.parse(at(60)), 11]) });
  expect(newestOf(held, 3)).toBe(held);
});
