"use client";

import { Plus, X } from "lucide-react";
import { clock, day } from "../../lib/dates";
import { useEndRole, useTakeRole } from "../../lib/incidents/client";
import type { Incident } from "../../lib/incidents/schema";
import { ROLE_WORDS } from "../../lib/incidents/words";
import { paths } from "../../lib/paths";
import { Avatar } from "../people/avatar";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { toast } from "../ui/toast";
import { Panel } from "./panel";
import { useRoom } from "./room-context";

const sorry = (error: Error) => void toast(error.message, { tone: "danger" });

/** Who does what. One click joins; the lead is handed over, not taken away. */
export function RolesPanel({ incident, serverNow, onGive }: { incident: Incident; serverNow: number; onGive(): void }) {
  const { incidentRef, me, zone } = useRoom();
  const take = useTakeRole(incidentRef);
  const end = useEndRole(incidentRef);
  const canTake = incident.can.includes("role.take");
  const mine = incident.roles.filter((held) => held.person.id === me.id);
  const hasLead = incident.roles.some((held) => held.role === "lead");
  const join = (role: "lead" | "responder") => take.mutate({ role, personId: me.id }, { onError: sorry });

  return (
    <Panel title="Responders" aside={canTake ? <IconButton size="sm" label="Give a role" icon={<Plus aria-hidden />} onClick={onGive} /> : null}>
      <ul>
        {incident.roles.map((held) => (
          <li key={held.id} className="group flex items-center gap-2.5 py-1">
            <Avatar person={held.person} size="sm" />
            <a href={paths.person(held.person.id)} className="isolate-text min-w-0 flex-1 truncate hover:underline">
              {held.person.name}
            </a>
            <span className="text-13 text-soft" title={`since ${day(held.since, zone, serverNow)} ${clock(held.since, zone)}`}>
              {ROLE_WORDS[held.role]}
            </span>
            {canTake ? (
              <IconButton
                size="sm"
                className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
                label={held.person.id === me.id ? `Leave as ${ROLE_WORDS[held.role]}` : `End ${held.person.name} as ${ROLE_WORDS[held.role]}`}
                icon={<X aria-hidden />}
                onClick={() =>
                  end.mutate(held.id, {
                    onSuccess: () =>
                      toast(`${held.person.name} is no longer ${ROLE_WORDS[held.role]}`, {
                        undo: () => take.mutate({ role: held.role, personId: held.person.id, letIn: true }, { onError: sorry }),
                      }),
                    onError: sorry,
                  })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      {incident.roles.length === 0 ? <p className="text-13 text-soft">Nobody yet.</p> : null}
      {canTake && (!hasLead || mine.length === 0) ? (
        <div className="mt-2 flex flex-wrap gap-2">
          {hasLead ? null : (
            <Button size="sm" pending={take.isPending} onClick={() => join("lead")}>
              Take the lead
            </Button>
          )}
          {mine.length === 0 ? (
            <Button size="sm" pending={take.isPending} onClick={() => join("responder")}>
              Join
            </Button>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}
