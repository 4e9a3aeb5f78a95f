import { expect, test } from "vitest";
import { templateDocument } from "../documents/template";
import { writtenOf } from "../documents/written";
import { type Check, checklistOf, type Known } from "./rules";

const ada = { id: "a", name: "Ada", role: "member" as const, avatarUrl: null };
const entry = (more: Partial<Known["entries"][number]> = {}): Known["entries"][number] => ({
  id: "e1",
  kind: "note",
  occurredAt: "2026-03-01T14:00:00.000Z",
  starred: false,
  sourceUrl: null,
  attachments: [],
  deletedAt: null,
  redactedAt: null,
  ...more,
});
const item = (more: Partial<Known["actions"][number]> = {}): Known["actions"][number] => ({
  ref: "ACT-7",
  type: "detect",
  status: "open",
  owner: ada,
  team: null,
  dueOn: "2026-04-01",
  ...more,
});
const whole: Known = {
  incident: { ref: "INC-1", startedAt: null, detectedAt: null },
  written: {
    words: 500,
    sections: [
      { section: "went_well", anchor: "what-went-well", filled: true },
      { section: "lucky", anchor: "where-we-got-lucky", filled: true },
    ],
  },
  factors: [{ id: "f" }, { id: "g" }],
  entries: [entry(), entry({ id: "e2", kind: "alert", occurredAt: "2026-03-01T14:05:00.000Z" })],
  actions: [item()],
  hints: { text: 0, actions: 0 },
};
const of = (check: Check, more: Partial<Known> = {}) => checklistOf({ ...whole, ...more }).find((line) => line.check === check)!;

test("one that lacks nothing has nothing to say", () => {
  expect(checklistOf(whole).filter(({ done }) => !done)).toEqual([]);
});

test("while nothing reads hints, nothing is said of them", () => {
  expect(checklistOf({ ...whole, hints: null }).map(({ check }) => check)).not.toContain("hints");
});

test.each<[Check, Partial<Known>, string, string]>([
  ["factors", { factors: [] }, "No factor is named yet: what had to be so?", "/incidents/INC-1/factors"],
  ["factors", { factors: [{ id: "f" }] }, "One factor so far: what else had to be so?", "/incidents/INC-1/factors"],
  ["sources", { entries: [entry({ starred: true })] }, "One key entry has no source: a link or a picture", "/incidents/INC-1#entry-e1"],
  ["begins", { entries: [entry({ kind: "alert" })] }, "The timeline begins with the alert: what happened before it?", "/incidents/INC-1#entry-e1"],
  ["actions", { actions: [] }, "Nothing follows yet: a few bounded changes", "/incidents/INC-1/actions"],
  ["actions", { actions: [item({ owner: null, dueOn: null })] }, "ACT-7: an owner or a due date is missing", "/incidents/INC-1/actions"],
  ["actions", { actions: [item({ type: null })] }, "ACT-7: a type is missing", "/incidents/INC-1/actions"],
  ["hints", { hints: { text: 1, actions: 0 } }, "One wording leaves a question open, in the text", "/incidents/INC-1/postmortem#hint"],
  ["hints", { hints: { text: 3, actions: 2 } }, "5 wordings leave a question open: 3 in the text, 2 in action items", "/incidents/INC-1/postmortem#hint"],
  ["hints", { hints: { text: 0, actions: 2 } }, "2 wordings leave a question open: in action items", "/incidents/INC-1/actions"],
  ["detects", { actions: [item({ type: "prevent" })] }, "None of them would tell you sooner", "/incidents/INC-1/actions"],
])("%s of %j", (check, more, words, href) => expect(of(check, more)).toEqual({ check, done: false, words, href }));

test.each<[Check, Partial<Known>]>([
  ["sources", { entries: [entry({ starred: true, sourceUrl: "https://logs.example/1" }), entry({ kind: "impact", redactedAt: "2026-03-02T00:00:00.000Z" })] }],
  ["sources", { entries: [entry({ kind: "evidence", deletedAt: "2026-03-02T00:00:00.000Z" })] }],
  ["begins", { entries: [], incident: { ref: "INC-1", startedAt: "2026-03-01T13:00:00.000Z", detectedAt: "2026-03-01T14:00:00.000Z" } }],
  ["begins", { entries: [], incident: { ref: "INC-1", startedAt: "2026-03-01T13:00:00.000Z", detectedAt: null } }],
  ["actions", { actions: [item({ owner: null, team: { id: "t", name: "Payments" } })] }],
  // What is done or will not be is asked for nothing more.
  ["actions", { actions: [item({ status: "done", dueOn: null }), item({ status: "wont_do", owner: null })] }],
])("%s holds of %j", (check, more) => expect(of(check, more).done).toBe(true));

test("a text says which sections are written, and where they stand", () => {
  const doc = templateDocument();
  const at = doc.content!.findIndex((node) => node.attrs?.section === "lucky");
  doc.content![at + 1] = { type: "paragraph", content: [{ type: "text", text: "It was a Tuesday." }] };
  const written = writtenOf(doc, 4);
  expect(written.sections.filter(({ filled }) => filled)).toEqual([{ section: "lucky", anchor: "where-we-got-lucky", filled: true }]);
  expect(written.sections).toHaveLength(14);
  expect(of("lucky", { written })).toMatchObject({ done: true });
  expect(of("went_well", { written })).toMatchObject({ done: false, href: "/incidents/INC-1/postmortem#what-went-well" });
  expect(of("went_well", { written: writtenOf({ type: "doc" }, 0) })).toMatchObject({ done: false, href: "/incidents/INC-1/postmortem" });
});
