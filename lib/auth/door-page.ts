import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { readTyped, type Typed, TYPED_COOKIE } from "../http/form";
import { paths } from "../paths";
import { isSetUp } from "../setup/queries";
import { pageCtxOrNull } from "./page";
import { returnTo } from "./return-to";

/** What a refused form brought back to this page. */
export const typedBefore = async (): Promise<Typed | null> => readTyped((await cookies()).get(TYPED_COOKIE)?.value);

/** Before the first set-up every door leads there. */
export async function afterSetUp(): Promise<void> {
  if (!(await isSetUp())) redirect(paths.setUp());
}

/** One who is signed in already goes on to where they wanted to. */
export async function strangersOnly(callbackUrl?: string | string[]): Promise<void> {
  if (await pageCtxOrNull()) redirect(returnTo(callbackUrl));
}
