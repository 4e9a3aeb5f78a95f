import { newId } from "../ids";
import { startPostmortem } from "../postmortems/mutations";
import { findPostmortem } from "../postmortems/queries";
import { publishPostmortem } from "../publishing/mutations";
import { approveReview, requestReview } from "../reviews/mutations";
import { ctxOf } from "./ctx";
import { writeSection } from "./postmortems";
import { all, aside, leads, members, once, type Place, type Row, type Who, words, type World } from "./world";

/** The rows of the matrix about what is written of an incident. */

/** The incident's post-mortem. */
const begun = async (world: World, at: Place) => (await findPostmortem(ctxOf(world.lead), at.ref)) ?? (await startPostmortem(ctxOf(world.lead), at.ref, {}));

/** With words that no other has, so that there is something to publish. */
const written = async (world: World, at: Place) => {
  const held = await begun(world, at);
  await writeSection(held.id, world.lead.id, "summary", `${words(world, at)} ${newId()}`);
  return held;
};
const askedToRead = async (world: World, at: Place, who: Who) => {
  await begun(world, at);
  // Asking somebody lets them in, which would make an outsider an insider.
  await requestReview(ctxOf(world.lead), at.ref, { personIds: [world[at.hidden ? "admin" : who].id] });
};
const answered = async (world: World, at: Place, who: Who) => {
  await askedToRead(world, at, who);
  if (!at.hidden || who === "lead" || who === "admin") await approveReview(ctxOf(world[who]), at.ref, {});
};
/** Once a place: what is only read is asked by many. */
export const published = async (world: World, at: Place) => {
  if ((await begun(world, at)).publishedVersion !== null) return;
  await written(world, at);
  await publishPostmortem(ctxOf(world.lead), at.ref, {});
};

/** What is asked of one that is published. */
const seen =
  (query: string): Row["given"] =>
  async (world, at) => {
    await published(world, at);
    return { query };
  };

export const POSTMORTEM_MATRIX: Record<string, Row | Row[]> = {
  "GET /incidents/{ref}/postmortem": { as: all(200), given: aside(begun) },
  "POST /incidents/{ref}/postmortem": { as: members(201), given: () => ({ body: {} }) },
  "POST /incidents/{ref}/postmortem/request-review": {
    as: members(200),
    given: once(begun, (world, at) => ({ personIds: [world.admin.id], note: words(world, at) })),
  },
  "POST /incidents/{ref}/postmortem/withdraw": [
    { as: all(200), given: once(answered, (world, _, who) => ({ personIds: [world[who].id] })) },
    // A right that hangs on a field of the body.
    { as: members(200), given: once(askedToRead) },
  ],
  "POST /incidents/{ref}/postmortem/approve": [
    { as: all(200), given: once(askedToRead) },
    // Unasked.
    { as: members(200), given: once(begun, (world, at) => ({ note: words(world, at) })) },
  ],
  "POST /incidents/{ref}/postmortem/request-changes": {
    as: all(200),
    given: once(askedToRead, (world, at) => ({ note: words(world, at) })),
  },
  "POST /incidents/{ref}/postmortem/publish": {
    as: members(200),
    given: once(written, (world, at) => ({ title: words(world, at), note: words(world, at) })),
  },
  "POST /incidents/{ref}/postmortem/versions/{n}/restore": { as: members(200), given: aside(published) },
  "POST /incidents/{ref}/postmortem/redact": { as: leads(200), given: once(written, () => ({ text: "It is" })) },
  "POST /incidents/{ref}/postmortem/not-required": { as: members(200), given: () => ({ body: { reason: "A drill that went as planned" } }) },
  "GET /incidents/{ref}/postmortem/versions": { as: all(200), given: aside(published) },
  "GET /incidents/{ref}/postmortem/versions/{n}": { as: all(200), given: aside(published) },
  "GET /incidents/{ref}/postmortem/compare": [
    { as: all(200), given: seen("?from=1") },
    { as: all(404), given: seen("?from=1&to=999") },
  ],
  "GET /incidents/{ref}/postmortem/export": [
    ...["", "?format=md&version=1", "?format=html&version=1", "?format=json&version=1", "?format=html"].map(
      (query): Row => ({ as: all(200), given: seen(query) }),
    ),
    { as: all(404), given: seen("?version=999") },
  ],
  "GET /postmortems": [
    { as: all(200), given: aside(published) },
    { as: all(200), given: (world) => ({ query: `?q=${world.canary}` }) },
  ],
};
