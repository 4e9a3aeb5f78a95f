import { expect, it } from "vitest";
import { backlogPath, isNarrowed, queryOf, readBacklog } from "./rules";

const id = "0192f0c1-0000-7000-8000-000000000000";

it("reads an address, and leaves out what it does not know", () => {
  expect(readBacklog({})).toMatchObject({ view: "mine", q: "", status: "", cursor: "" });
  expect(readBacklog({ service: id }).view).toBe("all");
  expect(readBacklog({ view: "x", status: "burning", type: ["prevent"], service: "1", cursor: "<>" })).toMatchObject({
    view: "mine",
    status: "",
    type: "",
    service: "",
    cursor: "",
  });
});

it("asks for open ones, unless another status is asked for", () => {
  expect(queryOf(readBacklog({}))).toEqual({ status: ["open", "in_progress"], owner: "me" });
  expect(queryOf(readBacklog({ view: "overdue", status: "done", q: " a ", type: "detect", team: id, cursor: "abc" }))).toEqual({
    status: ["done"],
    overdue: true,
    q: "a",
    type: ["detect"],
    team: id,
    cursor: "abc",
  });
  expect(queryOf(readBacklog({ view: "team", team: id }))).toMatchObject({ team: "mine" });
});

it("begins at the first page where something narrows it", () => {
  const state = readBacklog({ view: "all", q: "pool", cursor: "abc" });
  expect(backlogPath(state, { type: "detect" })).toBe("/actions?view=all&q=pool&type=detect");
  expect(backlogPath(state, { cursor: "def" })).toBe("/actions?view=all&q=pool&cursor=def");
  expect([isNarrowed(state), isNarrowed(readBacklog({ view: "all" }))]).toEqual([true, false]);
});
