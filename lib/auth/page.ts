import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { readerZone, ZONE_COOKIE } from "../dates";
import { AppError } from "../errors";
import { newId } from "../ids";
import { PATH_HEADER } from "../http/headers";
import { may, type Verb } from "../incidents/policy";
import { paths } from "../paths";
import { isSetUp } from "../setup/queries";
import { read } from "./access";
import { byCookie } from "./authenticate";
import type { Ctx } from "./ctx";

/** What pages use: who reads, and in which zone. Asked once a request, however many parts of a page ask. */

/** The reader, or null for a stranger: for the doors, and for pages that anyone may open. */
export const pageCtxOrNull = cache(async (): Promise<Ctx | null> => {
  return (await byCookie((await headers()).get("cookie"), newId()))?.ctx ?? null;
});

/** The reader; a stranger is led to sign in and back here, and to the first set-up while nobody is here at all. */
export async function pageCtx(): Promise<Ctx> {
  const ctx = await pageCtxOrNull();
  if (ctx) return ctx;
  redirect((await isSetUp()) ? paths.signIn((await headers()).get(PATH_HEADER) ?? undefined) : paths.setUp());
}

/** The reader of a page that only those who may do this can open; for the others it is not there. */
export async function pageCtxFor(verb: Verb): Promise<Ctx> {
  const ctx = await pageCtx();
  if (!may(verb, { role: ctx.actor.role })) notFound();
  return ctx;
}

export interface Reader {
  ctx: Ctx;
  /** Every time on the page is written in it: the profile's, else the browser's, else UTC. */
  zone: string;
  profileZone: string | null;
  shortcuts: boolean;
}

export const pageReader = cache(async (): Promise<Reader> => {
  const ctx = await pageCtx();
  const profile = await read(ctx).person.findUnique({ where: { id: ctx.actor.id }, select: { zone: true, shortcuts: true } });
  const told = (await cookies()).get(ZONE_COOKIE)?.value;
  return { ctx, zone: readerZone(profile?.zone, told), profileZone: profile?.zone ?? null, shortcuts: profile?.shortcuts ?? true };
});

/** What a page reads, or its "not here" page where the reader cannot see it. */
export async function found<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
