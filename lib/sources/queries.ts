import type { Ctx } from "../auth/ctx";
import { AppError } from "../errors";
import { getFactor } from "../factors/queries";
import { getNet } from "../nets/queries";
import { getEntry } from "../timeline/queries";
import { fromEntry, fromFactor, fromNet, type Source } from "./rules";

type Asked = Record<string, string | string[] | undefined>;

/** `?new=1&factor=…`, `&net=…` or `&entry=…`; null where nothing new is asked for. What is not there any more is left out. */
export async function sourceOf(ctx: Ctx, ref: string, { new: isNew, factor, net, entry }: Asked): Promise<Source | null> {
  if (isNew === undefined) return null;
  try {
    if (typeof factor === "string") return fromFactor(await getFactor(ctx, ref, factor));
    if (typeof net === "string") return fromNet(await getNet(ctx, ref, net));
    if (typeof entry === "string") return fromEntry(await getEntry(ctx, ref, entry));
  } catch (error) {
    if (!(error instanceof AppError && error.code === "NOT_FOUND")) throw error;
  }
  return {};
}
