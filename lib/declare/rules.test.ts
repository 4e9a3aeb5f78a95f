import { describe, expect, it } from "vitest";
import { DeclareIncident } from "../incidents/schema";
import {
  bodyOf,
  buttonWords,
  calledBy,
  callsForHelp,
  type DeclareDraft,
  EMPTY_DRAFT,
  isUntouched,
  owningTeams,
  readDraft,
  saidNames,
  titleProblem,
  withoutTeam,
  worthAsking,
} from "./rules";

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const checkout = { id: id(1), name: "Checkout" };
const payments = { id: id(2), name: "Payments" };
const pay = { id: id(11), name: "Payments API", team: payments };
const cart = { id: id(12), name: "Cart", team: checkout };
const basket = { id: id(13), name: "Basket", team: checkout };
const queue = { id: id(14), name: "Queue", team: null };
const ana = { id: id(21), name: "Ana Ruiz" };

const draft = (given: Partial<DeclareDraft>, call: Partial<DeclareDraft["call"]> = {}): DeclareDraft => ({
  ...EMPTY_DRAFT,
  ...given,
  call: { ...EMPTY_DRAFT.call, ...call },
});
const nobody = { teams: [], people: [] };

describe("whom a declaration calls", () => {
  it.each([
    ["nobody without a severity", draft({ services: [cart] }), []],
    ["nobody for SEV3", draft({ severity: "SEV3", services: [cart] }), []],
    ["the owner for SEV1", draft({ severity: "SEV1", services: [cart] }), ["Checkout"]],
    ["each owner once for SEV2", draft({ severity: "SEV2", services: [cart, basket, pay, queue] }), ["Checkout", "Payments"]],
    ["nobody for a drill", draft({ severity: "SEV1", services: [cart], mode: "drill" }), []],
    ["nobody for what is over", draft({ severity: "SEV1", services: [cart], mode: "retrospective" }), []],
    ["the owner for SEV4 when asked to", draft({ severity: "SEV4", services: [cart] }, { on: true }), ["Checkout"]],
    ["nobody when switched off", draft({ severity: "SEV1", services: [cart] }, { on: false }), []],
    ["whom one adds", draft({ severity: "SEV1", services: [cart] }, { teams: [payments, checkout], people: [ana] }), ["Checkout", "Payments", "Ana Ruiz"]],
  ])("%s", (_, given, names) => {
    const { teams, people } = calledBy(given);
    expect([...teams, ...people].map((row) => row.name)).toEqual(names);
  });

  it("leaves out a team in which one is alone", () =>
    expect(calledBy(draft({ severity: "SEV1", services: [cart, pay] }), new Set([checkout.id])).teams).toEqual([payments]));

  it("takes an owner off, and keeps it off while its service stays", () => {
    const without = withoutTeam(draft({ severity: "SEV1", services: [cart, basket] }, { teams: [checkout] }), checkout.id);
    expect(owningTeams(without)).toEqual([]);
    expect(without.call.teams).toEqual([]);
    expect(callsForHelp(without)).toBe(true);
  });
});

describe("the button's words", () => {
  it.each([
    [EMPTY_DRAFT, nobody, "Declare"],
    [EMPTY_DRAFT, { teams: [checkout], people: [] }, "Declare and tell Checkout"],
    [EMPTY_DRAFT, { teams: [checkout], people: [ana] }, "Declare and tell Checkout and Ana Ruiz"],
    [EMPTY_DRAFT, { teams: [checkout, payments], people: [ana] }, "Declare and tell 2 teams and 1 person"],
    [draft({ isPrivate: true }), { teams: [], people: [ana] }, "Declare privately and tell Ana Ruiz"],
    [draft({ mode: "drill" }), nobody, "Declare a drill"],
  ])("%#", (given, told, words) => expect(buttonWords(given, told)).toBe(words));

  it("counts rather than print a long name", () => expect(saidNames({ teams: [{ id: "1", name: "x".repeat(80) }], people: [] })).toBe("1 team"));
});

describe("what is sent", () => {
  it("is a title alone when nothing else was said", () => expect(bodyOf(draft({ title: "  Checkout hangs " }), nobody)).toEqual({ title: "Checkout hangs" }));

  it("is what the API takes, with everything said", () => {
    const whole = draft(
      {
        title: "Checkout hangs",
        severity: "SEV2",
        services: [cart, queue],
        mode: "near_miss",
        environment: "staging",
        isPrivate: true,
        summary: "Slow",
        startedAt: "2026-03-01T14:02:00.000Z",
        detectedAt: "2026-03-01T14:06:00.000Z",
        detection: "alert",
      },
      { people: [ana], message: " Can you look? " },
    );
    const body = bodyOf(whole, calledBy(whole), true);
    expect(DeclareIncident.safeParse(body).success).toBe(true);
    expect(body).toMatchObject({
      visibility: "private",
      letIn: true,
      teamIds: [checkout.id],
      callFor: { teamIds: [checkout.id], personIds: [ana.id], message: "Can you look?" },
    });
  });

  it("says no message where nobody is called", () => expect(bodyOf(draft({ title: "x" }, { on: false, message: "Help" }), nobody)).toEqual({ title: "x" }));
});

describe("a draft", () => {
  it("is untouched until something is said", () => {
    expect(isUntouched(draft({ title: "  " }))).toBe(true);
    expect(isUntouched(draft({ severity: "SEV4" }))).toBe(false);
    expect(isUntouched(draft({}, { message: "x" }))).toBe(false);
  });
  it.each([[null], ["x"], [{}], [{ title: 1 }], [{ title: "x", services: [] }]])("is not read from %j", (stored) => expect(readDraft(stored)).toBeNull());
  it("is read back as it was kept", () => {
    const kept = draft({ title: "x", services: [cart] }, { people: [ana] });
    expect(readDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });
});

it("says what is wrong with a title", () => {
  expect(titleProblem("  ")).toMatch(/few words/);
  expect(titleProblem("🔥".repeat(200))).toBeNull();
  expect(titleProblem("x".repeat(201))).toMatch(/201/);
});

it("asks for nothing shorter than three letters", () => {
  expect(worthAsking("ab c")).toBe(false);
  expect(worthAsking("502")).toBe(true);
  expect(worthAsking("цена")).toBe(true);
});
