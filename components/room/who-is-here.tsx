"use client";

import type { ConnectionState } from "../../lib/live/connection";
import type { RoomPresence } from "../../lib/live/client";
import { AvatarRow } from "../people/avatar-row";
import { useRoom } from "./room-context";

interface Props {
  presence: RoomPresence;
  connection: ConnectionState;
  /** How many entries wait in this browser. */
  waiting: number;
  isDurable: boolean;
}

/** Above the composer: who else is here, who writes, and whether what one sees is how it is now. */
export function WhoIsHere({ presence, connection, waiting, isDurable }: Props) {
  const { me } = useRoom();
  const others = presence.people.filter((person) => person.id !== me.id);
  const typing = others.filter((person) => presence.typing.includes(person.id)).map((person) => person.name);
  const cut = connection !== "live";
  return (
    <div className="mb-1.5 flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-13 text-soft">
      {others.length ? (
        <span className="flex items-center gap-2">
          <AvatarRow label="Here now" people={others} />
        </span>
      ) : null}
      {typing.length ? (
        <span className="isolate-text">{typing.length > 2 ? "Several people write" : `${typing.join(" and ")} write${typing.length === 1 ? "s" : ""}`} …</span>
      ) : null}
      <span role="status" className={cut ? "font-[550] text-caution" : undefined}>
        {cut
          ? `${connection === "offline" ? "No connection" : "Reconnecting"}: what you write is kept in this ${isDurable ? "browser" : "tab only, so do not close it,"}${waiting ? ` (${waiting} waiting)` : ""} and sent when it is back.`
          : waiting
            ? `Sending ${waiting} …`
            : null}
      </span>
    </div>
  );
}
