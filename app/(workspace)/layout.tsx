import type { ReactNode } from "react";
import { DeclareProvider } from "@/components/declare/declare-provider";
import { InboxCount } from "@/components/inbox/inbox-count";
import { QueryProvider } from "@/components/layout/query-provider";
import { Shell } from "@/components/layout/shell";
import { Live } from "@/components/live/live";
import { SignOutGuard } from "@/components/live/sign-out-guard";
import { PaletteProvider } from "@/components/palette/palette-provider";
import { ZoneCookie } from "@/components/times/zone-cookie";
import { pageReader } from "@/lib/auth/page";
import { countMyActions } from "@/lib/backlog/queries";
import { buildName } from "@/lib/build";
import { reach } from "@/lib/calls/queries";
import { countWaiting } from "@/lib/inbox/queries";
import { countOpen } from "@/lib/incidents/queries";

const atMost = (count: number) => (count >= 100 ? "99+" : count);
const SIGN_OUT = "/sign-out";

/** The signed-in frame around every page: who is here, what is open, what waits, and the sheets that open from anywhere. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { ctx, zone, profileZone, shortcuts } = await pageReader();
  const [open, mine, waiting] = await Promise.all([countOpen(ctx), countMyActions(ctx), countWaiting(ctx)]);
  const me = ctx.actor;
  return (
    <QueryProvider>
      <DeclareProvider me={me} zone={zone} reach={reach()}>
        <Shell
          person={me}
          shortcuts={shortcuts}
          signOutTo={SIGN_OUT}
          counts={{ incidents: atMost(open), actions: atMost(mine), inbox: <InboxCount first={waiting} /> }}
          mounts={
            <>
              <PaletteProvider />
              <ZoneCookie profileZone={profileZone} drawnIn={zone} />
              <Live personId={me.id} build={buildName()} />
              <SignOutGuard personId={me.id} signOutTo={SIGN_OUT} />
            </>
          }
        >
          {children}
        </Shell>
      </DeclareProvider>
    </QueryProvider>
  );
}
