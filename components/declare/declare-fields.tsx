"use client";

import { useQueryClient } from "@tanstack/react-query";
import { TITLE_MOST } from "../../lib/declare/rules";
import { Field } from "../forms/field";
import { ServicePicker } from "../services/service-picker";
import { toChoices } from "../directory/choices";
import { Input } from "../ui/input";
import { CallForHelp } from "./call-for-help";
import { withTeams } from "./chosen-services";
import { MoreDetails } from "./more-details";
import { SeverityField } from "./severity-field";
import type { Declaration } from "./use-declaration";

/** All that can be said when declaring. The title is enough; the rest helps those who come. */
export function DeclareFields({ declaration }: { declaration: Declaration }) {
  const { draft, change, refusal, restored, startAfresh, titleField, titleError } = declaration;
  const cache = useQueryClient();
  const left = TITLE_MOST - [...draft.title].length;
  return (
    <div className="space-y-5">
      <Field
        label="Title"
        error={titleError ?? undefined}
        aside={left < 30 ? <span className={left < 0 ? "text-danger" : undefined}>{left < 0 ? `${-left} too many` : `${left} left`}</span> : undefined}
        hint={
          restored ? (
            <>
              Here is what you had typed.{" "}
              <button type="button" className="link touch" onClick={startAfresh}>
                Start afresh
              </button>
            </>
          ) : (
            "A title is enough, and it may be nothing. Enter declares."
          )
        }
      >
        {(control) => (
          <Input
            {...control}
            ref={titleField}
            name="title"
            look="lg"
            data-autofocus
            autoComplete="off"
            enterKeyHint="go"
            placeholder="What do you see?"
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <SeverityField value={draft.severity} onChange={(severity) => change({ severity })} error={refusal?.fields.severity} />
      <Field label="Services" optional error={refusal?.fields.serviceIds}>
        {(control) => (
          <ServicePicker
            {...control}
            placeholder="What is hurt? Type a name"
            value={toChoices(draft.services)}
            onChange={(choices) => change({ services: withTeams(cache, choices, draft.services) })}
          />
        )}
      </Field>
      <CallForHelp declaration={declaration} />
      <MoreDetails declaration={declaration} />
    </div>
  );
}
