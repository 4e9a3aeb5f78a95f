"use client";

import { useQuery } from "@tanstack/react-query";
import { MailPlus } from "lucide-react";
import { useState } from "react";
import { invitationsQuery, useRevokeInvitation, useUpdateInvitation } from "@/lib/invitations/client";
import type { Invitation } from "@/lib/invitations/schema";
import { APP_ROLE_WORDS, APP_ROLES, type AppRole } from "@/lib/people/words";
import { Time } from "../times/time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";
import { InviteDialog } from "./invite-dialog";

export function InvitationList({ zone, now, mails }: { zone: string; now: number; mails: boolean }) {
  const { data } = useQuery(invitationsQuery);
  const [inviting, setInviting] = useState<{ email: string } | null>(null);
  const invitations = data?.items ?? [];
  const open = invitations.filter((one) => !one.acceptedAt);
  const accepted = invitations.filter((one) => one.acceptedAt);
  const invite = (
    <Button variant="primary" icon={<MailPlus aria-hidden="true" />} onClick={() => setInviting({ email: "" })}>
      Invite someone
    </Button>
  );
  return (
    <>
      {open.length === 0 ? (
        <EmptyState title="Nobody is on their way" actions={invite}>
          People come by a link that you make for them. It works once, within seven days.{" "}
          {mails ? "It goes out by mail, and you can hand it over yourself." : "This Candor sends no mail, so you hand it over yourself."}
        </EmptyState>
      ) : (
        <>
          <ul className="border-hairline border-b">
            {open.map((invitation) => (
              <Row key={invitation.id} invitation={invitation} zone={zone} now={now} onAgain={() => setInviting({ email: invitation.email })} />
            ))}
          </ul>
          <div className="mt-5">{invite}</div>
        </>
      )}
      {accepted.length ? (
        <>
          <h3 className="mt-10 mb-2 font-semibold text-14">Came lately</h3>
          <ul className="text-soft">
            {accepted.slice(0, 10).map((one) => (
              <li key={one.id} className="flex justify-between gap-4 border-hairline border-t py-2 text-13">
                <span className="min-w-0 truncate">{one.email}</span>
                <Time at={one.acceptedAt ?? one.createdAt} zone={zone} look="date" className="shrink-0" />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <InviteDialog open={inviting !== null} email={inviting?.email ?? ""} mails={mails} onClose={() => setInviting(null)} />
    </>
  );
}

function Row({ invitation, zone, now, onAgain }: { invitation: Invitation; zone: string; now: number; onAgain: () => void }) {
  const update = useUpdateInvitation();
  const revoke = useRevokeInvitation();
  const isOver = Date.parse(invitation.expiresAt) <= now;
  const failed = { onError: (error: Error) => void toast(error.message, { tone: "danger" }) };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-hairline border-t py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex items-baseline gap-2">
          <span className="min-w-0 truncate font-[550]">{invitation.email}</span>
          {isOver ? <Badge tone="caution">ran out</Badge> : null}
        </p>
        <p className="text-13 text-soft">
          {isOver ? "ran out" : "open until"} <Time at={invitation.expiresAt} zone={zone} look="day" now={now} />
          {invitation.teams.length ? ` · ${invitation.teams.map((team) => team.name).join(", ")}` : ""}
        </p>
      </div>
      <span className="flex items-center gap-1.5">
        {isOver ? (
          <Button size="sm" onClick={onAgain}>
            Invite again
          </Button>
        ) : (
          <Select
            aria-label={`Role of ${invitation.email}`}
            value={update.isPending ? update.variables.role : invitation.role}
            onChange={(event) => update.mutate({ id: invitation.id, role: event.target.value as AppRole }, failed)}
            className="w-32"
          >
            {APP_ROLES.map((role) => (
              <option key={role} value={role}>
                {APP_ROLE_WORDS[role]}
              </option>
            ))}
          </Select>
        )}
        <Button
          size="sm"
          variant="quiet"
          pending={revoke.isPending}
          aria-label={`Withdraw the invitation of ${invitation.email}`}
          onClick={() => revoke.mutate(invitation.id, { onSuccess: () => void toast("Withdrawn. Its link leads nowhere any more."), ...failed })}
        >
          Withdraw
        </Button>
      </span>
    </li>
  );
}
