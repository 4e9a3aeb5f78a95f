"use client";

import clsx from "clsx";
import { ArrowDown, ArrowUp, GripVertical, ListPlus, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { evidenceKey } from "../../lib/factors/rules";
import type { Evidence, Factor } from "../../lib/factors/schema";
import { FACTOR_GROUP_WORDS, FACTOR_ROLE_WORDS } from "../../lib/factors/words";
import { factorAnchor, paths } from "../../lib/paths";
import { useRoom } from "../room/room-context";
import { roomLinks } from "../timeline/room-links";
import { IconButton } from "../ui/icon-button";
import { Markdown } from "../ui/markdown";
import { Menu } from "../ui/menu";
import { EvidenceLink } from "./evidence-link";
import { ROLE_INK } from "./role-look";

interface Props {
  factor: Factor;
  place: number;
  count: number;
  others: readonly Factor[];
  mayWrite: boolean;
  labelOf: (evidence: Evidence) => string;
  onOpen: () => void;
  onMove: (to: number) => void;
  /** Another one was dropped here. */
  onDropped: (id: string, to: number) => void;
  onRemove: () => void;
}

/** One factor in words. Alt and the arrows move it; so does its handle. */
export function FactorRow({ factor, place, count, others, mayWrite, labelOf, onOpen, onMove, onDropped, onRemove }: Props) {
  const { incidentRef } = useRoom();
  const router = useRouter();
  const [over, setOver] = useState(false);

  function onKeyDown(event: KeyboardEvent) {
    const to = event.key === "ArrowUp" ? place - 1 : event.key === "ArrowDown" ? place + 1 : -1;
    if (!event.altKey || !mayWrite || to < 0 || to >= count) return;
    event.preventDefault();
    onMove(to);
  }

  return (
    <li
      id={factorAnchor(factor.id)}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("application/x-candor-factor")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDropped(event.dataTransfer.getData("application/x-candor-factor"), place);
      }}
      className={clsx("scroll-mt-20 border-hairline border-b py-3.5 target:bg-accent-wash", over && "bg-hover")}
    >
      <div className="flex items-start gap-2.5">
        {mayWrite ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: for a hand; the keyboard has Alt and the arrows, and the menu
          <span
            draggable
            onDragStart={(event) => event.dataTransfer.setData("application/x-candor-factor", factor.id)}
            data-tip="Drag to move"
            className="-ml-1 mt-0.5 cursor-grab text-faint hover:text-soft max-sm:hidden print:hidden"
          >
            <GripVertical aria-hidden="true" className="size-4" />
          </span>
        ) : null}
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-baseline gap-x-2.5">
            <strong className="isolate-text font-[550] [overflow-wrap:anywhere]">{factor.tag}</strong>
            <span className="text-13 text-soft">{FACTOR_GROUP_WORDS[factor.group]}</span>
            <span className={clsx("text-13", ROLE_INK[factor.role])}>{FACTOR_ROLE_WORDS[factor.role].toLowerCase()}</span>
          </p>
          {factor.why ? (
            <Markdown links={roomLinks} className="mt-1 max-w-[44rem] whitespace-pre-line font-serif text-16! leading-[1.55]!">
              {factor.why}
            </Markdown>
          ) : null}
          {others.length ? (
            <p className="mt-1.5 text-13 text-soft">
              Combines with{" "}
              {others.map((other, at) => (
                <span key={other.id}>
                  {at ? ", " : ""}
                  <a href={`#${factorAnchor(other.id)}`} className="link isolate-text">
                    {other.tag}
                  </a>
                </span>
              ))}
            </p>
          ) : null}
          {factor.evidence.length ? (
            <ul aria-label={`Evidence for ${factor.tag}`} className="mt-1.5 flex flex-col gap-0.5 text-13">
              {factor.evidence.map((one) => (
                <li key={evidenceKey(one)} className="min-w-0">
                  <EvidenceLink evidence={one} label={labelOf(one)} incidentRef={incidentRef} />
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        {mayWrite ? (
          <span className="flex shrink-0 items-center print:hidden">
            <IconButton label={`Edit ${factor.tag}`} icon={<Pencil aria-hidden="true" />} onClick={onOpen} />
            <Menu
              label={`More for ${factor.tag}`}
              align="end"
              trigger={(anchor) => <IconButton {...anchor} label={`More for ${factor.tag}`} icon={<MoreHorizontal aria-hidden="true" />} />}
              items={[
                {
                  label: "Make an action item",
                  icon: <ListPlus aria-hidden="true" />,
                  onSelect: () => router.push(paths.newAction(incidentRef, { factor: factor.id })),
                },
                null,
                { label: "Move up", keys: "alt ↑", icon: <ArrowUp aria-hidden="true" />, disabled: place === 0, onSelect: () => onMove(place - 1) },
                { label: "Move down", keys: "alt ↓", icon: <ArrowDown aria-hidden="true" />, disabled: place === count - 1, onSelect: () => onMove(place + 1) },
                null,
                { label: "Take it out", icon: <Trash2 aria-hidden="true" />, onSelect: onRemove },
              ]}
            />
          </span>
        ) : null}
      </div>
    </li>
  );
}
