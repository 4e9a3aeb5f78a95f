"use client";

import { Ellipsis, KeyRound, LogOut, UserMinus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { makeResetLink } from "@/lib/password-resets/client";
import { useUpdatePerson } from "@/lib/people/client";
import type { PersonProfile } from "@/lib/people/schema";
import { endSessionsOf } from "@/lib/sessions/client";
import { buttonStyle } from "../ui/button-style";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Dialog } from "../ui/dialog";
import { Menu } from "../ui/menu";
import { toast } from "../ui/toast";
import { ShownOnce } from "./shown-once";

type Asked = "sign-out" | "close" | null;

/** What an admin does for someone now and then. */
export function MemberMenu({ person, isMe }: { person: PersonProfile; isMe: boolean }) {
  const update = useUpdatePerson(person.id);
  const router = useRouter();
  const [asked, setAsked] = useState<Asked>(null);
  const [link, setLink] = useState<string | null>(null);
  const { name } = person;

  const resetLink = () =>
    makeResetLink(person.id).then(
      ({ url }) => setLink(url ?? ""),
      (error: Error) => void toast(error.message, { tone: "danger" }),
    );

  return (
    <>
      <Menu
        label={`More for ${name}`}
        trigger={(anchor) => (
          <button type="button" {...anchor} aria-label={`More for ${name}`} className={buttonStyle("quiet", "sm", "size-9 px-0!")}>
            <Ellipsis aria-hidden="true" />
          </button>
        )}
        items={[
          { label: "Make a link for a new password", icon: <KeyRound aria-hidden="true" />, onSelect: () => void resetLink() },
          { label: isMe ? "Sign out everywhere else" : "Sign out everywhere", icon: <LogOut aria-hidden="true" />, onSelect: () => setAsked("sign-out") },
          null,
          { label: "Close the account", icon: <UserMinus aria-hidden="true" />, onSelect: () => setAsked("close") },
        ]}
      />
      <ConfirmDialog
        open={asked === "sign-out"}
        onClose={() => setAsked(null)}
        title={isMe ? "Sign out everywhere else?" : `Sign ${name} out everywhere?`}
        action="Sign out"
        onConfirm={async () => {
          await endSessionsOf(person.id);
          toast("Signed out", { tone: "calm" });
        }}
      >
        <p>Open pages end at once. Signing in again takes the password.</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === "close"}
        onClose={() => setAsked(null)}
        title={isMe ? "Close your own account?" : `Close the account of ${name}?`}
        action="Close the account"
        danger
        onConfirm={async () => {
          await update.mutateAsync({ input: { disabled: true } });
          toast(`${name} cannot sign in any more`);
          router.refresh();
        }}
      >
        <p>
          Signing in is over, and sessions, tokens and open invitations end at once. What {isMe ? "you" : "they"} wrote stays, under {isMe ? "your" : "their"}{" "}
          name. An admin can open the account again.
        </p>
      </ConfirmDialog>
      <Dialog
        open={link !== null}
        onClose={() => setLink(null)}
        title={`A new password for ${name}`}
        width="sm"
        footer={
          <Button variant="primary" onClick={() => setLink(null)}>
            I have it
          </Button>
        }
      >
        <ShownOnce label="The link" secret={link ?? ""}>
          Hand it to {name} yourself. It works once, within a day, and signs them out everywhere.
        </ShownOnce>
      </Dialog>
    </>
  );
}
