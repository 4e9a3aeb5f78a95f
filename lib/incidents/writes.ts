import type { Change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { AppError, invalid } from "../errors";

/** Naming someone in a private incident lets them see it: never by accident, so it has to be said. */

interface Named {
  id: string;
  name: string;
}

/** People mentioned as `@Their Name` in Markdown, the longest name first; `before` names those who were mentioned already. */
export async function namedIn(change: Change, body: string, before = ""): Promise<Named[]> {
  if (!body.includes("@")) return [];
  const people = await change.tx.$queryRaw<Named[]>`
    select id, name from person where "disabledAt" is null and position('@' || lower(name) in lower(${body})) > 0
      and position('@' || lower(name) in lower(${before})) = 0 order by length(name) desc limit 50`;
  // "@Ana Ruiz" names Ana Ruiz, and not also Ana.
  let rest = body.toLowerCase();
  return people.filter(({ name }) => {
    const mention = `@${name.toLowerCase()}`;
    if (!rest.includes(mention)) return false;
    rest = rest.split(mention).join(" ");
    return true;
  });
}

/** Refuses with `not_let_in` when one of them cannot see the locked private incident, unless `letIn` says to let them in. */
export async function letInOrRefuse(change: Change, ctx: Ctx, personIds: readonly string[], letIn: boolean | undefined, path: string): Promise<void> {
  const { tx, incident } = change;
  const named = [...new Set(personIds)];
  if (named.length === 0) return;
  if (incident.visibility === "private" && !letIn) {
    const outside = await tx.$queryRaw<Named[]>`
      select p.id, p.name from person p where p.id = any(${named}::uuid[]) and p.role <> 'admin'
        and not exists (select 1 from incident_person x where x."incidentId" = ${incident.id}::uuid and x."personId" = p.id)`;
    if (outside.length) {
      const names = outside.map((person) => person.name).join(", ");
      const message = `${names} cannot see this private incident. Let them in, or name someone else.`;
      throw new AppError("INVALID", message, { errors: [{ path, message, code: "not_let_in" }] });
    }
  }
  const fresh = await tx.$queryRaw<{ personId: string }[]>`
    insert into incident_person ("incidentId", "personId", "addedById", at)
    select ${incident.id}::uuid, p.id, ${ctx.actor.id}::uuid, ${change.now} from person p where p.id = any(${named}::uuid[])
    on conflict do nothing returning "personId"`;
  if (fresh.length && incident.visibility === "private") {
    change.record({ type: "incident.person_let_in", data: { personIds: fresh.map((row) => row.personId) } });
  }
}

/** INVALID at the first id that is not among the known rows. */
export function refuseUnknown(wanted: readonly string[], known: readonly { id: string }[], path: string, message: string) {
  const ids = new Set(known.map((row) => row.id));
  const at = wanted.findIndex((id) => !ids.has(id));
  if (at >= 0) throw invalid(`${path}.${at}`, message);
}
