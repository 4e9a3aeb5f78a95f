import { declareIncident } from "../incidents/mutations";
import { takeRole } from "../roles/mutations";
import { ctxOf } from "./ctx";
import { makePerson, type TestPerson, unique } from "./factories";

/** Who asks, and of what incident: what the rows of the matrix are made of. The lead leads the incident (and the team, where the route is about one); to a private incident the viewer and the member are outsiders. */
export const WHO = ["viewer", "member", "lead", "admin"] as const;
export type Who = (typeof WHO)[number];
export type World = Record<Who, TestPerson> & { canary: string };

export interface Place {
  ref: string;
  hidden: boolean;
}

export interface Probe {
  id?: string;
  query?: string;
  body?: unknown;
  /** A body that is not JSON. */
  text?: string;
  form?: FormData;
}

export interface Row {
  /** The status for viewer, member, lead and admin, where they see it. */
  as: readonly [number, number, number, number];
  /** What a stranger gets, where it is not 401. */
  stranger?: number;
  /** Belongs to an incident though its path names none. */
  inside?: boolean;
  /** What the request needs, made anew for each. */
  given?: (world: World, at: Place, who: Who) => Promise<Probe> | Probe;
}

export async function makeWorld(): Promise<World> {
  const [viewer, member, lead, admin] = await Promise.all([makePerson({ role: "viewer" }), makePerson(), makePerson(), makePerson({ role: "admin" })]);
  return { viewer, member, lead, admin, canary: unique("zymurgy").replaceAll(" ", "") };
}

/** An incident that the lead leads; a private one holds the canary in every text. */
export async function makePlace(world: World, hidden: boolean): Promise<Place> {
  const ctx = ctxOf(world.lead);
  const words = hidden ? world.canary : "Checkout";
  const { ref } = await declareIncident(ctx, { title: `${words} answers 502`, summary: words, visibility: hidden ? "private" : "organisation" });
  if (!hidden) await takeRole(ctx, ref, { role: "lead", personId: world.lead.id });
  return { ref, hidden };
}

/** What is told of the incident in this place. */
export const words = (world: World, at: Place) => (at.hidden ? `It is ${world.canary}` : "It is the pool");

/** It should be there, and the path does not name it. */
export const aside =
  (make: (world: World, at: Place, who: Who) => Promise<unknown>): Row["given"] =>
  async (world, at, who) => {
    await make(world, at, who);
    return {};
  };

/** What is sent once this was done. */
export const once =
  (make: (world: World, at: Place, who: Who) => Promise<unknown>, body: (world: World, at: Place, who: Who) => object = () => ({})): Row["given"] =>
  async (world, at, who) => {
    await make(world, at, who);
    return { body: body(world, at, who) };
  };

export const all = (status: number) => [status, status, status, status] as const;
export const members = (status: number) => [403, status, status, status] as const;
export const leads = (status: number) => [403, 403, status, status] as const;
export const admins = (status: number) => [403, 403, 403, status] as const;
