import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OWNED_MODELS } from "./access";

/** A model that belongs to an incident, and that read(ctx) does not know, would be readable by everyone. */
test("read(ctx) knows every model that an incident owns", () => {
  const folder = "prisma/schema";
  const text = readdirSync(folder)
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
    .join("\n");
  const models = new Map([...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, name, body]) => [name!, body!]));
  const owned = new Set(["Incident"]);
  // Whatever points to something owned is owned: an entry's revision as much as the entry.
  for (let grew = true; grew; ) {
    grew = false;
    for (const [name, body] of models) {
      const pointsAt = [...body.matchAll(/^\s+\w+\s+(\w+)\??\s+@relation\(.*fields:/gm)].map(([, other]) => other!);
      if (owned.has(name) || !pointsAt.some((other) => owned.has(other))) continue;
      owned.add(name);
      grew = true;
    }
  }
  expect([...OWNED_MODELS].sort()).toEqual([...owned].sort());
});

test("no model beside incidents has a relation that selects them", () => {
  const text = readdirSync("prisma/schema")
    .filter(
      (file) =>
        ![
          "incidents.prisma",
          "timeline.prisma",
          "calls.prisma",
          "events.prisma",
          "changes.prisma",
          "factors.prisma",
          "actions.prisma",
          "postmortems.prisma",
        ].includes(file),
    )
    .map((file) => readFileSync(`prisma/schema/${file}`, "utf8"))
    .join("\n");
  expect(OWNED_MODELS.filter((name) => new RegExp(`^\\s+\\w+\\s+${name}(\\[\\]|\\?)?(\\s|$)`, "m").test(text))).toEqual([]);
});
