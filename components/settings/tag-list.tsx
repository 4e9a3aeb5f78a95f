"use client";

import { useQuery } from "@tanstack/react-query";
import { FACTOR_GROUP_WORDS, FACTOR_GROUPS } from "@/lib/factors/words";
import { tagsQuery, useRemoveTag, useUpdateTag } from "@/lib/tags/client";
import type { FactorTag } from "@/lib/tags/schema";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { AddTag } from "./add-tag";
import { TagRow } from "./tag-row";

const told = (error: Error) => toast(error.message, { tone: "danger" });

/** The tags by group, each to be renamed in its place or put away; those that were put away below. */
export function TagList() {
  const tags = useQuery(tagsQuery()).data?.items ?? [];
  const archived = useQuery(tagsQuery(true)).data?.items ?? [];
  const update = useUpdateTag();
  const remove = useRemoveTag();
  const back = (tag: FactorTag) => update.mutate({ id: tag.id, input: { archived: false } }, { onError: told });

  /** Those in use and those of the list are archived, and come back; one that nobody used is made again. */
  const putAway = (tag: FactorTag) =>
    update.mutate(
      { id: tag.id, input: { archived: true } },
      { onError: told, onSuccess: () => toast(`“${tag.label}” is archived`, { undo: () => back(tag) }) },
    );

  return (
    <>
      <div className="gap-x-10 lg:columns-2">
        {FACTOR_GROUPS.map((group) => (
          <section key={group} aria-labelledby={`tags-${group}`} className="mb-6 break-inside-avoid">
            <h3 id={`tags-${group}`} className="mb-1 font-[550] text-13 text-soft">
              {FACTOR_GROUP_WORDS[group]}
            </h3>
            <ul className="border-hairline border-t">
              {tags
                .filter((tag) => tag.group === group)
                .map((tag) => (
                  <TagRow key={tag.id} tag={tag} onArchive={() => putAway(tag)} />
                ))}
            </ul>
            <AddTag group={group} />
          </section>
        ))}
      </div>
      {archived.length ? (
        <section aria-labelledby="tags-archived">
          <h3 id="tags-archived" className="mb-1 font-[550] text-13 text-soft">
            Archived
          </h3>
          <ul className="border-hairline border-t">
            {archived.map((tag) => (
              <li key={tag.id} className="flex items-center gap-3 border-hairline border-b py-1.5">
                <span className="isolate-text min-w-0 flex-1 truncate text-soft">{tag.label}</span>
                <span className="text-13 text-soft max-sm:hidden">{FACTOR_GROUP_WORDS[tag.group]}</span>
                <Button size="sm" variant="quiet" aria-label={`Take back ${tag.label}`} onClick={() => back(tag)}>
                  Take back
                </Button>
                {tag.shipped ? null : (
                  <Button
                    size="sm"
                    variant="quiet"
                    aria-label={`Delete ${tag.label}`}
                    onClick={() => remove.mutate(tag.id, { onError: told, onSuccess: () => toast("Deleted, unless something still names it") })}
                  >
                    Delete
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
