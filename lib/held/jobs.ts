import { receiverCtx } from "../auth/receiver";
import type { Handler } from "../jobs/worker";
import { askHeld } from "./mutations";

/** An incident is over: whether that held which was done before is asked in the name of who resolved it, so that nothing leaks. */
export const heldAsk: Handler<"held.ask"> = {
  atOnce: 1,
  async run({ incidentId, personId }) {
    const ctx = await receiverCtx(personId);
    if (ctx) await askHeld(ctx, incidentId);
  },
};
