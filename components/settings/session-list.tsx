"use client";

import { useQuery } from "@tanstack/react-query";
import { Monitor, Smartphone, SquareTerminal } from "lucide-react";
import { sessionsQuery, useEndSession } from "@/lib/sessions/client";
import { deviceOf } from "@/lib/sessions/rules";
import type { Session } from "@/lib/sessions/schema";
import { RelativeTime } from "../times/relative-time";
import { Time } from "../times/time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

const iconOf = (device: string) => (/iPhone|Android/.test(device) ? Smartphone : /program/.test(device) ? SquareTerminal : Monitor);

export function SessionList({ zone, now }: { zone: string; now: number }) {
  const { data } = useQuery(sessionsQuery);
  const end = useEndSession();
  const sessions = data?.items ?? [];
  const others = sessions.filter((session) => !session.current).length;

  const finish = (id: string, said: string) =>
    end.mutate(id, { onSuccess: () => void toast(said, { tone: "calm" }), onError: (error) => void toast(error.message, { tone: "danger" }) });

  return (
    <>
      <ul className="border-hairline border-b">
        {sessions.map((session) => (
          <Row
            key={session.id}
            session={session}
            zone={zone}
            now={now}
            pending={end.isPending && end.variables === session.id}
            onEnd={() => finish(session.id, "Signed out there, at once")}
          />
        ))}
      </ul>
      <div className="mt-5">
        {others > 0 ? (
          <Button pending={end.isPending && end.variables === "others"} onClick={() => finish("others", "Signed out everywhere else")}>
            Sign out everywhere else
          </Button>
        ) : (
          <p className="text-soft">You are signed in nowhere else.</p>
        )}
      </div>
    </>
  );
}

function Row({ session, zone, now, pending, onEnd }: { session: Session; zone: string; now: number; pending: boolean; onEnd: () => void }) {
  const device = deviceOf(session.userAgent);
  const Icon = iconOf(device);
  return (
    <li className="flex items-center gap-3.5 border-hairline border-t py-3">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-[550]">{device}</span>
          {session.current ? <Badge tone="calm">this one</Badge> : null}
        </p>
        <p className="text-13 text-soft">
          {session.current ? (
            "in use"
          ) : (
            <>
              used <RelativeTime at={session.lastSeenAt} zone={zone} now={now} />
            </>
          )}
          {session.address ? (
            <span>
              {" "}
              · from <span className="font-mono text-12">{session.address}</span>
            </span>
          ) : null}
          <span>
            {" "}
            · since <Time at={session.createdAt} zone={zone} look="date" />
          </span>
        </p>
      </div>
      {session.current ? null : (
        <Button size="sm" pending={pending} onClick={onEnd} aria-label={`Sign out of ${device}`}>
          Sign out
        </Button>
      )}
    </li>
  );
}
