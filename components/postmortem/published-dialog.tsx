"use client";

import { paths } from "../../lib/paths";
import type { Person } from "../../lib/people/schema";
import { namesOf } from "../../lib/postmortems/rules";
import type { PostmortemState } from "../../lib/postmortems/schema";
import { Button, ButtonLink } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Engraved } from "./engraved";

interface Props {
  state: PostmortemState;
  title: string;
  me: Person;
  onClose(): void;
}

/** It is out: a badge with its number, and one sentence of thanks. */
export function PublishedDialog({ state, title, me, onClose }: Props) {
  const { incidentRef, authors, publishedVersion } = state;
  const others = authors.filter(({ id }) => id !== me.id);
  const names = namesOf(others, 6);
  const thanks = others.length === 0 ? "Thank you" : others.length < authors.length ? `Thank you, and thanks to ${names},` : `Thanks go to ${names}`;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Published"
      hideTitle
      width="sm"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Back to the draft
          </Button>
          <ButtonLink href={paths.postmortem(incidentRef)} prefetch={false} variant="primary" data-autofocus>
            Read it
          </ButtonLink>
        </>
      }
    >
      <div className="px-5 pt-7 pb-4 text-center">
        <Engraved incidentRef={incidentRef} version={publishedVersion ?? 1} />
        <h3 className="isolate-text mt-5 font-semibold font-serif text-22 leading-7 tracking-[-0.01em] [overflow-wrap:anywhere]">{title}</h3>
        <p className="mx-auto mt-2.5 max-w-[38ch] font-serif text-16 text-soft leading-[1.55]" role="status">
          Version {publishedVersion} is published. {thanks} for writing down what happened. Somebody will be glad of it one night.
        </p>
      </div>
    </Dialog>
  );
}
