import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Caller } from "../auth/authenticate";
import { env } from "../env";
import { AppError } from "../errors";

const MINUTE = 60;
const home = globalThis as unknown as { candorRates?: { reads: RateLimiterMemory; writes: RateLimiterMemory; strangers: RateLimiterMemory } };

const rates = () =>
  (home.candorRates ??= {
    reads: new RateLimiterMemory({ points: env().CANDOR_RATE_READS, duration: MINUTE }),
    writes: new RateLimiterMemory({ points: env().CANDOR_RATE_WRITES, duration: MINUTE }),
    strangers: new RateLimiterMemory({ points: env().CANDOR_RATE_READS, duration: MINUTE }),
  });

/**
 * The caller's address: the socket's, or the last of X-Forwarded-For where a proxy is trusted. The last is what our proxy itself saw;
 * those before it came with the request, and whoever makes them up would have as many attempts as they like.
 */
export const addressOf = (headers: Headers) =>
  (env().CANDOR_TRUST_PROXY ? headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() : null) || headers.get("x-candor-address") || "unknown";

/** 600 writes and 3000 reads a minute a person (`CANDOR_RATE_WRITES`, `CANDOR_RATE_READS`); RATE_LIMITED beyond. */
export async function assertRate(request: Request, caller: Caller | null, method: string): Promise<void> {
  const { reads, writes, strangers } = rates();
  try {
    if (!caller) await strangers.consume(addressOf(request.headers));
    else await (method === "GET" ? reads : writes).consume(caller.ctx.actor.id);
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    const retryAfter = Math.max(1, Math.ceil(over.msBeforeNext / 1000));
    throw new AppError("RATE_LIMITED", `That was a lot at once. Try again in ${retryAfter} s; what you typed is kept.`, { retryAfter });
  }
}
