"use client";

import { Archive, Pencil } from "lucide-react";
import { useState } from "react";
import { useUpdateTag } from "@/lib/tags/client";
import type { FactorTag } from "@/lib/tags/schema";
import { IconButton } from "../ui/icon-button";
import { TagField } from "./tag-field";

/** One tag. Its new name is typed in its place. */
export function TagRow({ tag, onArchive }: { tag: FactorTag; onArchive: () => void }) {
  const [naming, setNaming] = useState(false);
  const update = useUpdateTag();
  return (
    <li className="flex min-h-10 items-center gap-1 border-hairline border-b py-1">
      {naming ? (
        <TagField
          label={`A new name for ${tag.label}`}
          action="Rename"
          value={tag.label}
          onSave={(label) => (label === tag.label ? Promise.resolve() : update.mutateAsync({ id: tag.id, input: { label }, ifMatch: tag.version }))}
          onDone={() => setNaming(false)}
        />
      ) : (
        <>
          <span className="isolate-text min-w-0 flex-1 [overflow-wrap:anywhere]">
            {tag.label}
            {tag.shipped ? null : <span className="ml-2 text-12 text-soft">yours</span>}
          </span>
          <IconButton label={`Rename ${tag.label}`} icon={<Pencil aria-hidden="true" />} onClick={() => setNaming(true)} />
          <IconButton label={`Archive ${tag.label}`} icon={<Archive aria-hidden="true" />} onClick={onArchive} />
        </>
      )}
    </li>
  );
}
