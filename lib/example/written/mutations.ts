import { type Change, change } from "../../auth/change";
import type { Ctx } from "../../auth/ctx";
import { blocksOf } from "../../blocks/queries";
import { newId } from "../../ids";
import { refOf } from "../../incidents/queries";
import { HISTORY } from "../history";
import { clockAfter, declaredAt, type Loading } from "../rules";
import type { ExampleIncident } from "../schema";
import { NOT_REQUIRED, WRITTEN } from "./all";
import { documentOf, sectionsAt } from "./rules";
import type { When } from "./schema";
import { actsIn, loadNotRequired, loadPostmortem, namesIn } from "./writes";

/** A slow machine at its first start may take longer than an ordinary write is allowed. */
const LOADING = { limitMs: 120_000 };
const MINUTE = 60_000;

/** The post-mortems of the example history, all or none, when everything that they tell of stands. */
export async function loadWritten(ctx: Ctx, loading: Loading, now: Date): Promise<void> {
  const load = async (c: Change) => {
    c.record({ type: "example.loaded", data: { part: "written" } });
    for (const incident of HISTORY) if (incident.key in WRITTEN || incident.key in NOT_REQUIRED) await loadOne(ctx, loading, incident, now);
  };
  await change(ctx, "example.load", {}, load, LOADING);
}

async function loadOne(ctx: Ctx, loading: Loading, incident: ExampleIncident, now: Date): Promise<void> {
  const { key } = incident;
  const ref = refOf(loading.ids.incidents[key].number);
  const declared = declaredAt(incident, now);
  const at = ([day, clock]: When) => clockAfter(declared, day, clock);
  const moment = (minute: number) => new Date(declared.getTime() + minute * MINUTE).toISOString();
  const { [key]: written } = WRITTEN;
  const { [key]: notRequired } = NOT_REQUIRED;
  const named = namesIn(loading, moment);
  const blocks = written && (await blocksOf(ctx, ref, documentOf(sectionsAt(written), named)));
  await change(ctx, "postmortem.publish", { incident: ref }, async (c) => {
    const { act, record } = actsIn(c, loading);
    const room = { c, loaderId: ctx.actor.id, loading, postmortemId: newId(), named, at, act };
    if (written && blocks) await loadPostmortem({ ...room, written, blocks });
    else if (notRequired) await loadNotRequired(room, notRequired);
    record();
  });
}
