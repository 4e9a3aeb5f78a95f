import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { numberOf } from "../incidents/queries";
import { postmortemFacts } from "../postmortems/queries";

/** The version that a path names as `{n}`. */
export function versionNumber(n: string | undefined): number {
  if (!/^[1-9]\d{0,5}$/.test(n ?? "")) throw notFound("There is no such version of this post-mortem.");
  return Number(n);
}

/** What the policy asks about the version that a path names; NOT_FOUND where it was never published. */
export async function versionFacts(ctx: Ctx, params: Record<string, string>) {
  const facts = await postmortemFacts(ctx, params);
  const n = versionNumber(params.n);
  if (!(await read(ctx).postmortemVersion.count({ where: { n, postmortem: { incident: { number: numberOf(params.ref) } } } })))
    throw notFound(`There is no version ${n} of this post-mortem.`);
  return facts;
}
