"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useUpdatePerson } from "@/lib/people/client";
import type { PersonProfile } from "@/lib/people/schema";
import { APP_ROLE_WORDS, APP_ROLES, type AppRole } from "@/lib/people/words";
import { paths } from "@/lib/paths";
import { Avatar } from "../people/avatar";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";
import { MemberMenu } from "./member-menu";

/** Everyone with what they may do here, for admins. */
export function MemberList({ people, me }: { people: readonly PersonProfile[]; me: string }) {
  return (
    <ul className="border-hairline border-b">
      {people.map((person) => (
        <Member key={`${person.id}.${person.version}`} person={person} isMe={person.id === me} />
      ))}
    </ul>
  );
}

function Member({ person, isMe }: { person: PersonProfile; isMe: boolean }) {
  const update = useUpdatePerson(person.id);
  const router = useRouter();
  const [role, setRole] = useState<AppRole>(person.role);

  function change(to: AppRole, from: AppRole) {
    setRole(to);
    update.mutate(
      { input: { role: to } },
      {
        onSuccess() {
          toast(`${person.name} is now ${to === "admin" ? "an" : "a"} ${APP_ROLE_WORDS[to].toLowerCase()}`, { tone: "calm", undo: () => change(from, to) });
          router.refresh();
        },
        onError(error) {
          setRole(from);
          toast(error.message.replace(/^role: /, ""), { tone: "danger" });
        },
      },
    );
  }
  const letIn = () =>
    update.mutate(
      { input: { disabled: false } },
      {
        onSuccess() {
          toast(`${person.name} can sign in again`, { tone: "calm" });
          router.refresh();
        },
        onError: (error) => void toast(error.message, { tone: "danger" }),
      },
    );

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-hairline border-t py-2.5">
      <Avatar person={person} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate">
          <Link href={paths.person(person.id)} className="isolate-text rounded-sm font-[550] hover:underline">
            {person.name}
          </Link>
          {isMe ? <span className="ml-2 text-13 text-faint">you</span> : null}
        </p>
        <p className="truncate text-13 text-soft">{person.email}</p>
      </div>
      {person.disabledAt ? (
        <Button size="sm" pending={update.isPending} onClick={letIn}>
          Open the account again
        </Button>
      ) : (
        <span className="flex items-center gap-1.5">
          <Select aria-label={`Role of ${person.name}`} value={role} onChange={(event) => change(event.target.value as AppRole, role)} className="w-32">
            {APP_ROLES.map((word) => (
              <option key={word} value={word}>
                {APP_ROLE_WORDS[word]}
              </option>
            ))}
          </Select>
          <MemberMenu person={person} isMe={isMe} />
        </span>
      )}
    </li>
  );
}
