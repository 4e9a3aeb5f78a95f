"use client";

import { useState } from "react";
import { duration } from "../../lib/dates";
import { type Mitigation, MITIGATION_WORDS, MITIGATIONS } from "../../lib/incidents/words";
import { secondsIn } from "../../lib/nets/rules";
import { useUpdateEntry } from "../../lib/timeline/client";
import type { Entry } from "../../lib/timeline/schema";
import { Labelled } from "../room/dialogs/frame";
import { useRoom } from "../room/room-context";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

/** How it was mitigated, as an edit of the status entry that says so. For a flag: from deciding to off. */
export function MitigationFields({ entry, mayWrite }: { entry: Entry; mayWrite: boolean }) {
  const { incidentRef } = useRoom();
  const update = useUpdateEntry(incidentRef);
  const { mitigation, secondsToOff } = entry.data;
  const [typed, setTyped] = useState(secondsToOff === undefined ? "" : duration(secondsToOff));
  const [refused, setRefused] = useState<string>();
  const say = (data: { mitigation?: Mitigation; secondsToOff?: number }) =>
    update.mutate({ id: entry.id, input: { data } }, { onError: (error) => toast(error.message, { tone: "danger" }) });

  if (!mayWrite)
    return (
      <p className="text-soft">
        {mitigation ? MITIGATION_WORDS[mitigation] : "Nobody has said how"}
        {mitigation === "flag_off" && secondsToOff !== undefined ? `, off ${duration(secondsToOff)} after deciding` : ""}
      </p>
    );

  function sayHowLong() {
    const seconds = secondsIn(typed);
    if (typed.trim() === "" || seconds === secondsToOff) return setRefused(undefined);
    if (seconds === null) return setRefused("As 40 s, 2 min or 1 min 30 s");
    setRefused(undefined);
    say({ secondsToOff: seconds });
  }

  return (
    <div className="mt-2 grid max-w-[28rem] gap-x-4 gap-y-3 sm:grid-cols-2">
      <Labelled label="By">
        {(field) => (
          <Select {...field} value={mitigation ?? ""} onChange={(event) => event.target.value && say({ mitigation: event.target.value as Mitigation })}>
            <option value="">Not said</option>
            {MITIGATIONS.map((one) => (
              <option key={one} value={one}>
                {MITIGATION_WORDS[one]}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      {mitigation === "flag_off" ? (
        <Labelled label="From deciding to off" error={refused}>
          {(field) => (
            <Input
              {...field}
              value={typed}
              placeholder="40 s"
              onChange={(event) => setTyped(event.target.value)}
              onBlur={sayHowLong}
              onKeyDown={(event) => event.key === "Enter" && sayHowLong()}
            />
          )}
        </Labelled>
      ) : null}
    </div>
  );
}
