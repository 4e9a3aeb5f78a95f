"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { tokensQuery, useRevokeToken } from "@/lib/tokens/client";
import type { Token } from "@/lib/tokens/schema";
import { RelativeTime } from "../times/relative-time";
import { Time } from "../times/time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { EmptyState } from "../ui/empty-state";
import { toast } from "../ui/toast";
import { NewToken } from "./new-token";

export function TokenList({ zone, now }: { zone: string; now: number }) {
  const { data } = useQuery(tokensQuery);
  const revoke = useRevokeToken();
  const [making, setMaking] = useState(false);
  const [going, setGoing] = useState<Token | null>(null);
  const tokens = data?.items ?? [];
  const make = (
    <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setMaking(true)}>
      Make a token
    </Button>
  );
  return (
    <>
      {tokens.length === 0 ? (
        <EmptyState title="No tokens yet" actions={make}>
          A token lets a script do what you can do: declare from an alert, add to a timeline, read the history. It is yours, and ends when you leave.
        </EmptyState>
      ) : (
        <>
          <ul className="border-hairline border-b">
            {tokens.map((token) => (
              <Row key={token.id} token={token} zone={zone} now={now} onRevoke={() => setGoing(token)} />
            ))}
          </ul>
          <div className="mt-5">{make}</div>
        </>
      )}
      <NewToken open={making} onClose={() => setMaking(false)} />
      <ConfirmDialog
        open={going !== null}
        onClose={() => setGoing(null)}
        title={`Revoke ${going?.name ?? "it"}?`}
        action="Revoke the token"
        danger
        onConfirm={async () => {
          if (going) await revoke.mutateAsync(going.id);
          toast("Revoked. It stopped working at once.", { tone: "calm" });
        }}
      >
        <p>Whatever uses it is refused from now on. It cannot be brought back; a new one can be made.</p>
      </ConfirmDialog>
    </>
  );
}

function Row({ token, zone, now, onRevoke }: { token: Token; zone: string; now: number; onRevoke: () => void }) {
  const isOver = token.expiresAt !== null && Date.parse(token.expiresAt) <= now;
  return (
    <li className="flex items-center gap-3.5 border-hairline border-t py-3">
      <KeyRound aria-hidden="true" className="size-5 shrink-0 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="isolate-text min-w-0 truncate font-[550]">{token.name}</span>
          <Badge>{token.scope === "read" ? "reads" : "reads and writes"}</Badge>
          {isOver ? <Badge tone="caution">ran out</Badge> : null}
        </p>
        <p className="text-13 text-soft">
          <span className="font-mono text-12">…{token.hint}</span> ·{" "}
          {token.lastUsedAt ? (
            <>
              used <RelativeTime at={token.lastUsedAt} zone={zone} now={now} />
            </>
          ) : (
            "never used"
          )}{" "}
          ·{" "}
          {token.expiresAt ? (
            <>
              {isOver ? "ran out" : "runs out"} <Time at={token.expiresAt} zone={zone} look="date" />
            </>
          ) : (
            "does not run out"
          )}
        </p>
      </div>
      <Button size="sm" onClick={onRevoke} aria-label={`Revoke ${token.name}`}>
        Revoke
      </Button>
    </li>
  );
}
