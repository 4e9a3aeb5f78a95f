import type { Blocks } from "../blocks/schema";
import { longDate } from "../dates";
import type { DocNode } from "../documents/schema";
import type { Person } from "../people/schema";
import type { VersionRow } from "../postmortems/schema";

/** What a file of a post-mortem is made of: a published version, or the draft as it stands. */
export interface Exported {
  incidentRef: string;
  n: number | null;
  title: string;
  publishedAt: string | null;
  publishedBy: Person | null;
  authors: Person[];
  reviewers: VersionRow["reviewers"];
  zone: string;
  note: string;
  json: DocNode;
  blocks: Blocks;
}

export const fileName = ({ incidentRef, n }: Pick<Exported, "incidentRef" | "n">, format: string) =>
  `${incidentRef}-postmortem-${n === null ? "draft" : `v${n}`}.${format}`;

/** A string of YAML between quotes: JSON's, with the line ends that YAML knows beside it as escapes. */
const quoted = (text: string) =>
  JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
const list = (texts: readonly string[]) => `[${texts.map(quoted).join(", ")}]`;

export function frontMatter(of: Exported, url: string): string {
  const { incident } = of.blocks;
  const lines = [
    `title: ${quoted(of.title)}`,
    `incident: ${quoted(of.incidentRef)}`,
    of.n === null ? "status: draft" : `version: ${of.n}`,
    of.publishedAt ? `published: ${of.publishedAt}` : "",
    `authors: ${list(of.authors.map(({ name }) => name))}`,
    of.reviewers.length ? `reviewers: ${list(of.reviewers.map(({ person }) => person.name))}` : "",
    incident.severity ? `severity: ${incident.severity}` : "",
    incident.services.length ? `services: ${list(incident.services.map(({ name }) => name))}` : "",
    incident.startedAt ? `started: ${incident.startedAt}` : "",
    incident.resolvedAt ? `resolved: ${incident.resolvedAt}` : "",
    `zone: ${quoted(of.zone)}`,
    of.note ? `note: ${quoted(of.note)}` : "",
    `url: ${quoted(url)}`,
  ];
  return `---\n${lines.filter(Boolean).join("\n")}\n---`;
}

/** "Ada, Ben and Chen". */
export const names = (people: readonly { name: string }[]): string => {
  const all = people.map(({ name }) => name);
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
};

/** "Written by Ada and Ben", "Read by Chen before it went out" and the like, each a part of the byline. */
export function byline({ authors, reviewers, publishedAt, zone, n }: Pick<Exported, "authors" | "reviewers" | "publishedAt" | "zone" | "n">): string[] {
  const approved = reviewers.filter(({ state }) => state === "approved").map(({ person }) => person);
  return [
    authors.length ? `Written by ${names(authors)}` : "",
    n === null ? "a draft" : approved.length ? `approved by ${names(approved)}` : "published without a review",
    publishedAt ? longDate(publishedAt, zone) : "",
    `times in ${zone.replaceAll("_", " ")}`,
  ].filter(Boolean);
}

/** A string of CSS in which every sign but letters, digits and spaces is an escape: nothing in it can end it. */
export const cssText = (text: string): string =>
  `"${[...text].map((sign) => (/[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `)).join("")}"`;

/** What it is called above each printed page but the first, and below it where one is. */
export function runningHead({ incidentRef, title }: Pick<Exported, "incidentRef" | "title">): string {
  const name = `${incidentRef} · ${title.length > 90 ? `${title.slice(0, 89).replace(/[\ud800-\udbff]$/, "")}…` : title}`;
  return `@page{margin:24mm 22mm 22mm;@top-left{content:${cssText(name)};font:8.5pt Georgia,serif;color:#555}@bottom-right{content:counter(page) " / " counter(pages);font:8.5pt Georgia,serif;color:#555}}@page :first{@top-left{content:none}}`;
}
