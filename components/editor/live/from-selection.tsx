"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Editor } from "@tiptap/react";
import { Clock, ListPlus, Waypoints } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { createPortal } from "react-dom";
import { actionItemsQuery, removeActionItem } from "../../../lib/actions/client";
import type { ActionItem } from "../../../lib/actions/schema";
import type { Factor } from "../../../lib/factors/schema";
import { incidentQuery } from "../../../lib/incidents/client";
import { paths } from "../../../lib/paths";
import { useDeleteEntry } from "../../../lib/timeline/client";
import type { Entry } from "../../../lib/timeline/schema";
import { useRoom } from "../../room/room-context";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";
import { type Chosen, chosenIn } from "./chosen";
import { linkOver, mentionBehind } from "./made-of";

const ItemDialog = lazy(() => import("../../actions/item-dialog"));
const TellEntry = lazy(() => import("./tell-entry"));
const CiteWords = lazy(() => import("./cite-words"));

type What = "action" | "entry" | "evidence";
const sorry = (error: unknown) => void toast((error as Error).message, { tone: "danger" });
const short = (words: string) => [...words].slice(0, 200).join("");

/** What chosen words become: an action item, a moment of the timeline, a factor's evidence. The words lead to it from then on. */
export function FromSelection({ editor, incidentRef }: { editor: Editor; incidentRef: string }) {
  const { me, zone } = useRoom();
  const cache = useQueryClient();
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const remove = useDeleteEntry(incidentRef);
  const [open, setOpen] = useState<{ what: What; chosen: Chosen } | null>(null);
  if (!incident) return null;
  const may = (verb: string) => incident.can.includes(verb);

  const begin = (what: What) => setOpen({ what, chosen: chosenIn(editor, incidentRef, incident.startedAt ?? incident.declaredAt, zone) });
  function close() {
    setOpen(null);
    editor.commands.focus();
  }

  function madeItem({ chosen }: { chosen: Chosen }, item: ActionItem) {
    const away = mentionBehind(editor, chosen.range, item);
    toast(`${item.ref} is added`, {
      undo: () => {
        away();
        cache.setQueryData(actionItemsQuery(incidentRef).queryKey, (held) => held && { ...held, items: held.items.filter(({ id }) => id !== item.id) });
        removeActionItem(item.id).catch(sorry);
      },
    });
    close();
  }
  function toldEntry({ chosen }: { chosen: Chosen }, entry: Entry) {
    const away = linkOver(editor, chosen.range, paths.entry(incidentRef, entry.id));
    toast("It stands on the timeline", {
      undo: () => {
        away();
        remove.mutate(entry.id, { onError: sorry });
      },
    });
  }
  function cited({ chosen }: { chosen: Chosen }, factor: Factor, undo: () => void) {
    const away = linkOver(editor, chosen.range, paths.incidentFactors(incidentRef, factor.id));
    toast(`Evidence of “${factor.tag}”`, {
      undo: () => {
        away();
        undo();
      },
    });
  }

  return (
    <>
      {may("action.write") ? (
        <Becomes label="Make an action item of it" words="Action item" icon={<ListPlus aria-hidden />} onClick={() => begin("action")} />
      ) : null}
      {may("timeline.add") ? <Becomes label="Put it on the timeline" words="Timeline" icon={<Clock aria-hidden />} onClick={() => begin("entry")} /> : null}
      {may("factor.write") ? (
        <Becomes label="Cite it as evidence of a factor" words="Evidence" icon={<Waypoints aria-hidden />} onClick={() => begin("evidence")} />
      ) : null}
      {open
        ? createPortal(
            <Suspense>
              {open.what === "action" ? (
                <ItemDialog
                  incidentRef={incidentRef}
                  meId={me.id}
                  source={{
                    title: short(open.chosen.words),
                    description: `From the [post-mortem](${open.chosen.section})`,
                    words: `From “${open.chosen.heading || "the post-mortem"}”. What will be different, and how will one see that it is?`,
                    place: open.chosen.words.slice(0, 80),
                  }}
                  onClose={close}
                  onDone={(item) => madeItem(open, item)}
                />
              ) : open.what === "entry" ? (
                <TellEntry body={open.chosen.words} at={open.chosen.at} onClose={close} onTold={(entry) => toldEntry(open, entry)} />
              ) : (
                <CiteWords words={open.chosen.words} section={open.chosen.section} onClose={close} onCited={(factor, undo) => cited(open, factor, undo)} />
              )}
            </Suspense>,
            document.body,
          )
        : null}
    </>
  );
}

/** Said in a word: what chosen words can become is not guessed from a sign. A phone has room for the signs alone. */
function Becomes({ label, words, icon, onClick }: { label: string; words: string; icon: ReactNode; onClick(): void }) {
  return (
    <Button size="sm" variant="quiet" icon={icon} aria-label={label} data-tip={label} onClick={onClick} className="h-8! rounded-sm! px-2!">
      <span className="max-sm:hidden">{words}</span>
    </Button>
  );
}
