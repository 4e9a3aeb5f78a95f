"use client";

import { callsForHelp, owningTeams, withoutTeam } from "../../lib/declare/rules";
import type { RefDto } from "../../lib/scalars";
import { Field } from "../forms/field";
import { PersonPicker } from "../people/person-picker";
import { toChoices } from "../directory/choices";
import { TeamPicker } from "../teams/team-picker";
import type { Choice } from "../ui/combobox";
import { Switch } from "../ui/switch";
import { Textarea } from "../ui/textarea";
import { useDeclareFacts } from "./declare-context";
import type { Declaration } from "./use-declaration";

/** Whom to tell at once. On by itself for SEV1 and SEV2, with the teams that own what is hurt; one says so or takes it back. */
export function CallForHelp({ declaration }: { declaration: Declaration }) {
  const { draft, changeCall, setDraft, lone, refusal } = declaration;
  const { me, reach } = useDeclareFacts();
  const on = callsForHelp(draft);
  const teams = [...owningTeams(draft), ...draft.call.teams.filter((team) => !owningTeams(draft).some((own) => own.id === team.id))];
  const alone = teams.filter((team) => lone.has(team.id));

  function onTeams(choices: Choice[]) {
    const gone = teams.filter((team) => !choices.some((choice) => choice.id === team.id));
    const fresh = toRefs(choices.filter((choice) => !teams.some((team) => team.id === choice.id)));
    setDraft((before) => {
      const after = gone.reduce((rest, team) => withoutTeam(rest, team.id), before);
      const dropped = after.call.dropped.filter((id) => !fresh.some((team) => team.id === id));
      return { ...after, call: { ...after.call, teams: [...after.call.teams, ...fresh], dropped } };
    });
  }

  return (
    <section aria-label="Call for help" className="rounded-md border border-line px-4 py-3">
      <Switch
        label={<span className="font-[550]">Call for help</span>}
        hint={on ? reachWords(reach) : "Tell a team or people at once, and see who is on it"}
        checked={on}
        onChange={(event) => changeCall({ on: event.target.checked })}
      />
      {on ? (
        <div className="mt-3 grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <Field
            label="Teams"
            error={calledError(refusal?.fields.callFor, refusal?.asksToLetIn)}
            hint={alone.length ? `Nobody else is in ${alone.map((team) => team.name).join(", ")} yet` : undefined}
          >
            {(control) => (
              <TeamPicker
                {...control}
                placeholder={draft.services.length ? "A team" : "A service’s team, or another"}
                value={toChoices(teams)}
                onChange={onTeams}
              />
            )}
          </Field>
          <Field label="People">
            {(control) => (
              <PersonPicker {...control} without={[me.id]} value={toChoices(draft.call.people)} onChange={(people) => changeCall({ people: toRefs(people) })} />
            )}
          </Field>
          <Field label="Message" optional className="sm:col-span-2">
            {(control) => (
              <Textarea
                {...control}
                rows={1}
                maxRows={6}
                maxLength={2000}
                placeholder="What you need, in a sentence"
                value={draft.call.message}
                onChange={(event) => changeCall({ message: event.target.value })}
              />
            )}
          </Field>
        </div>
      ) : null}
    </section>
  );
}

const toRefs = (choices: readonly Choice[]): RefDto[] => choices.map(({ id, label }) => ({ id, name: label }));

/** The question whether to let someone in is asked beside the button. */
const calledError = (error: string | undefined, asksToLetIn: boolean | undefined) => (asksToLetIn ? undefined : error);

function reachWords(reach: readonly ("mail" | "webhook")[]): string {
  if (reach.length === 0) return "Nobody will be woken: it goes to their inbox here and no further. Ring them too.";
  const ways = ["their inbox here", ...(reach.includes("mail") ? ["mail"] : []), ...(reach.includes("webhook") ? ["your webhook"] : [])];
  return `It goes to ${ways.slice(0, -1).join(", ")} and ${ways.at(-1)}.`;
}
