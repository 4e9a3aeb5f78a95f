import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Blocks } from "../../lib/blocks/schema";
import { blockMarkdown } from "../../lib/blocks/text";
import { BLOCKS, TIMELINE_FILTERS } from "../../lib/blocks/words";
import type { Entry } from "../../lib/timeline/schema";
import { Block } from "./block";

const EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) \u202e";
const person = { id: "p", name: EVIL, avatarUrl: null, role: "member" as const };
const at = "2026-11-24T13:02:00.000Z";
const entry = (more: Partial<Entry>): Entry => ({
  id: "e",
  seq: 1,
  touched: 1,
  kind: "note",
  body: EVIL,
  data: {},
  milestone: null,
  pinned: false,
  occurredAt: at,
  recordedAt: at,
  precision: "approximate",
  author: person,
  starred: true,
  knownLater: false,
  sourceUrl: null,
  attachments: [],
  version: 1,
  editedAt: null,
  deletedAt: null,
  redactedAt: null,
  ...more,
});

const blocks: Blocks = {
  incident: {
    id: "i",
    ref: "INC-1",
    title: EVIL,
    summary: EVIL,
    status: "resolved",
    severity: "SEV2",
    mode: "drill",
    environment: "production",
    visibility: "organisation",
    detection: "alert",
    services: [{ id: "s", name: EVIL }],
    teams: [],
    roles: [],
    startedAt: at,
    detectedAt: "2026-11-24T13:06:00.000Z",
    declaredAt: "2026-11-24T13:07:00.000Z",
    acknowledgedAt: null,
    identifiedAt: "2026-11-24T13:50:00.000Z",
    mitigatedAt: "2026-11-24T14:02:00.000Z",
    resolvedAt: "2026-11-24T14:23:00.000Z",
    durations: {
      toDetect: { seconds: 240, from: "impact_started" },
      toAcknowledge: { blank: "Nobody is on it yet" },
      toMitigate: { seconds: 3600, from: "impact_started" },
      toResolve: { seconds: 4860, from: "impact_started" },
    },
    now: { known: null, impact: null, trying: [], nextUpdateAt: null },
    access: { onePersonCould: null, onePersonShould: null, note: "" },
    declaredBy: person,
    externalId: null,
    mergedInto: null,
    seq: 9,
    version: 1,
    updatedAt: at,
  },
  timeline: [
    entry({ id: "a" }),
    entry({ id: "b", kind: "hypothesis", data: { state: "ruled_out", because: EVIL } }),
    entry({ id: "c", kind: "role", data: { role: "lead", verb: "took", personId: "q", personName: EVIL } }),
    entry({
      id: "d",
      kind: "status",
      data: { to: "mitigated", mitigation: "flag_off", secondsToOff: 40 },
      milestone: "mitigated",
      occurredAt: "2026-11-24T14:02:00.000Z",
    }),
    entry({ id: "f", knownLater: true, data: { saidBy: EVIL }, occurredAt: "2026-11-25T09:00:00.000Z" }),
  ],
  timelineLeft: 3,
  changes: [
    {
      id: "x",
      kind: "deploy",
      summary: EVIL,
      serviceId: null,
      service: null,
      environment: "staging",
      occurredAt: at,
      actor: EVIL,
      before: EVIL,
      after: null,
      url: null,
      hasDiff: true,
      diff: { files: 1, added: 1, removed: 1, bytes: 10 },
      nothingChanged: false,
      recordedBy: person,
      recordedAt: at,
      version: 1,
      verdict: "contributed",
      why: EVIL,
      judgedBy: null,
      judgedAt: null,
    },
  ],
  diffs: { x: { text: `--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-const limit = 3; // ${EVIL}\n+const limit = 4; // ${EVIL}\n`, cut: true } },
  factors: [
    {
      id: "1",
      group: "code",
      tag: EVIL,
      tagId: "t",
      role: "triggered",
      why: EVIL,
      evidence: [
        { kind: "entry", id: "a" },
        { kind: "change", id: "gone", file: "`a`", line: 3 },
        { kind: "url", url: "https://status.example/<1>", label: EVIL },
      ],
      combinesWith: ["2"],
      order: 0,
      version: 1,
    },
    {
      id: "2",
      group: "safety_net",
      tag: "no alert or late",
      tagId: "u",
      role: "delayed_detection",
      why: "",
      evidence: [],
      combinesWith: ["1"],
      order: 1,
      version: 1,
    },
  ],
  evidence: { "entry:a": { at, words: EVIL } },
  nets: [{ net: "staging", wouldHaveCaught: "yes", existed: false, ran: null, gated: null, brokeThereFirst: false, note: EVIL, version: 1 }],
  actions: [
    {
      id: "k",
      ref: "ACT-7",
      incidentRef: "INC-1",
      incidentTitle: EVIL,
      title: EVIL,
      description: EVIL,
      type: "prevent",
      priority: null,
      status: "open",
      reason: "",
      owner: person,
      ownerLeft: false,
      team: null,
      dueOn: "2026-12-24",
      snoozedUntil: null,
      snoozeWhy: "",
      finishTest: EVIL,
      trackerUrl: null,
      evidenceUrl: null,
      factorId: null,
      net: null,
      entryId: null,
      doneAt: null,
      createdAt: at,
      held: [],
      version: 1,
    },
  ],
};

const html = (of: Blocks = blocks, today = {}) =>
  BLOCKS.flatMap((kind) =>
    TIMELINE_FILTERS.map((filter) => renderToStaticMarkup(<Block kind={kind} filter={filter} blocks={of} zone="Europe/Berlin" today={today} />)),
  ).join("\n");

test("whatever people wrote is words, on the page and in Markdown", () => {
  const page = html();
  expect(page).not.toMatch(/<script|<img|onerror=(?!alert)|href="javascript/i);
  expect(page).not.toMatch(/<style|\son\w+="/i);
  const text = BLOCKS.map((kind) => blockMarkdown(kind, "all", blocks, "Europe/Berlin")).join("\n\n");
  const outsideOfCode = text.replace(/`{3,}diff[\s\S]*?`{3,}/g, "");
  expect(outsideOfCode).not.toMatch(/(?<!\\)<(?!https:)/);
  expect(outsideOfCode).not.toMatch(/(?<!\\)\]\(javascript/);
});

test("how it stood and how it stands today", () => {
  const [item] = blocks.actions!;
  const today = {
    [item!.id]: {
      ...item!,
      status: "done" as const,
      doneAt: "2026-12-01T10:00:00.000Z",
      held: [{ incidentRef: "INC-9", answer: "held" as const, note: "", at }],
    },
  };
  expect(html()).not.toContain("Today:");
  const later = html(blocks, today);
  expect(later).toContain("Today: done, 1 Dec 2026");
  expect(later).toContain("It held in ");
});

test("an incident without a row has a sentence for each block", () => {
  const { incident } = blocks;
  const bare = html({ incident: { ...incident, startedAt: null, detectedAt: null, mitigatedAt: null, identifiedAt: null, resolvedAt: null } });
  for (const words of ["Nobody has told of a change yet.", "Nobody has named a factor yet.", "Nothing follows yet.", "No theory was ruled out."])
    expect(bare).toContain(words);
  for (const kind of BLOCKS) expect(blockMarkdown(kind, "key", { incident }, "UTC")).not.toBe("");
});
