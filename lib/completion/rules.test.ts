import { describe, expect, test } from "vitest";
import { complete, staticOptions, wantedAt } from "./rules";

const options = (text: string, theories: { body: string }[] = []) => {
  const wanted = wantedAt(text, text.length);
  return wanted ? staticOptions(text, wanted, theories).map((option) => option.label) : null;
};

describe("completion in the composer", () => {
  test("commands, their words, and nothing for plain text", () => {
    expect(options("/st")).toEqual(["/status"]);
    expect(options("/status mi")).toEqual(["Mitigated"]);
    expect(options("/status mitigated fl")).toEqual(["flag-off"]);
    expect(options("/at 14:02 /sev ")).toEqual(["SEV1", "SEV2", "SEV3", "SEV4"]);
    expect(options("it is /status")).toBeNull();
    expect(options("/var/log is full")).toBeNull();
    expect(options("/ruled-out the", [{ body: "The certificate has expired" }])).toEqual(["The certificate has expired"]);
  });
  test("people and incidents anywhere", () => {
    expect(wantedAt("ask @Ana R", 10)).toMatchObject({ kind: "person", query: "Ana R", from: 4 });
    expect(wantedAt("mail me@example", 15)).toBeNull();
    expect(wantedAt("like #INC-1", 11)).toMatchObject({ kind: "incident", query: "INC-1" });
  });
  test("a choice replaces what was typed of it", () => {
    const wanted = wantedAt("/at 14:02 /sta", 14)!;
    expect(complete("/at 14:02 /sta", wanted, { insert: "/status ", label: "/status" })).toEqual({ text: "/at 14:02 /status ", caret: 18 });
  });
});
