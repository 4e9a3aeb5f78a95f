"use client";

import { useQuery } from "@tanstack/react-query";
import { useAnswerCall, callsQuery } from "../../lib/calls/client";
import type { CalledPerson } from "../../lib/calls/schema";
import { clock, duration, secondsBetween } from "../../lib/dates";
import { callAnchor } from "../../lib/paths";
import { Avatar } from "../people/avatar";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { Panel } from "./panel";
import { useRoom } from "./room-context";

/** Calls for help with their answers: told · seen · on it, with minutes, live. */
export function CallsPanel({ canCall, onCall }: { canCall: boolean; onCall(): void }) {
  const { incidentRef, me, zone } = useRoom();
  const { data } = useQuery(callsQuery(incidentRef));
  const answer = useAnswerCall(incidentRef);
  const calls = data?.items ?? [];
  const say = (id: string, word: "on_it" | "cannot") => answer.mutate({ id, answer: word }, { onError: (error) => toast(error.message, { tone: "danger" }) });

  return (
    <Panel
      title="Help called"
      aside={
        canCall ? (
          <Button size="sm" variant="quiet" onClick={onCall}>
            Call for help
          </Button>
        ) : null
      }
    >
      {calls.length === 0 ? <p className="text-13 text-soft">Nobody yet. You are not alone in this: a call shows who has seen it and who is on it.</p> : null}
      {calls.map((call) => {
        const mine = call.people.find((called) => called.person.id === me.id);
        return (
          <div key={call.id} id={callAnchor(call.id)} className="mb-3 last:mb-0">
            {call.message ? <p className="isolate-text mb-1 text-13 text-soft">“{call.message}”</p> : null}
            {mine && !mine.answer ? (
              <div className="mb-2 flex flex-wrap gap-2 rounded-md bg-accent-wash p-2.5">
                <p className="w-full text-13">{call.calledBy.name} asks for your help.</p>
                <Button size="sm" variant="primary" pending={answer.isPending} onClick={() => say(call.id, "on_it")}>
                  I’m on it
                </Button>
                <Button size="sm" onClick={() => say(call.id, "cannot")}>
                  Cannot right now
                </Button>
              </div>
            ) : null}
            <ul>
              {call.people.map((called) => (
                <li key={called.person.id} className="flex items-center gap-2.5 py-1">
                  <Avatar person={called.person} size="sm" />
                  <span className="isolate-text min-w-0 flex-1 truncate">{called.person.name}</span>
                  <Standing called={called} at={call.at} zone={zone} />
                </li>
              ))}
            </ul>
            {call.webhook === "failed" ? <p className="mt-1 text-13 text-caution">The webhook could not be reached: nobody was told by it.</p> : null}
          </div>
        );
      })}
    </Panel>
  );
}

function Standing({ called, at, zone }: { called: CalledPerson; at: string; zone: string }) {
  const after = (to: string) => duration(Math.max(0, secondsBetween(at, to)));
  if (called.answer === "on_it")
    return <span className="font-semibold text-13 text-calm">on it{called.answeredAt ? `, ${after(called.answeredAt)}` : ""}</span>;
  if (called.answer === "cannot") return <span className="text-13 text-soft">cannot right now</span>;
  if (called.seenAt) return <span className="text-13 text-soft">seen {clock(called.seenAt, zone)}</span>;
  if (called.mail === "failed") return <span className="text-13 text-caution">mail did not arrive</span>;
  if (called.toldAt)
    return (
      <span className="text-13 text-soft">
        told {clock(called.toldAt, zone)}
        {called.channel === "inbox" ? "" : ` by ${called.channel}`}
      </span>
    );
  return <span className="text-13 text-soft">being told</span>;
}
