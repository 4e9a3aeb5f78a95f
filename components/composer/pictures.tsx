"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { newKey } from "../../lib/http/fetch";
import { uploadPicture } from "../../lib/timeline/client";
import type { AttachmentDto } from "../../lib/timeline/schema";
import { IconButton } from "../ui/icon-button";
import { Spinner } from "../ui/spinner";

interface Picture {
  key: string;
  name: string;
  done: AttachmentDto | null;
  refusal: string | null;
}

const LIMIT = 10_000_000;

/** Pictures that wait to be sent with the next entry; each is uploaded as soon as it is there. */
export function usePictures(incidentRef: string) {
  const [all, setAll] = useState<Picture[]>([]);
  const set = (key: string, change: Partial<Picture>) => setAll((now) => now.map((picture) => (picture.key === key ? { ...picture, ...change } : picture)));

  async function add(files: File[]) {
    for (const file of files.slice(0, 20)) {
      const key = newKey();
      const refusal = file.size > LIMIT ? "Over 10 MB: make it smaller and try again." : null;
      setAll((now) => [...now, { key, name: file.name || "picture", done: null, refusal }]);
      if (refusal) continue;
      await uploadPicture(incidentRef, file).then(
        (done) => set(key, { done }),
        (error: unknown) => set(key, { refusal: error instanceof Error ? error.message : "It could not be uploaded." }),
      );
    }
  }
  return {
    all,
    add,
    uploading: all.some((picture) => !picture.done && !picture.refusal),
    ready: () => all.flatMap((picture) => picture.done?.id ?? []),
    remove: (key: string) => setAll((now) => now.filter((picture) => picture.key !== key)),
    clear: () => setAll([]),
  };
}

export function Pictures({ state }: { state: ReturnType<typeof usePictures> }) {
  if (state.all.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2 border-hairline border-b p-2.5" aria-label="Pictures to send">
      {state.all.map((picture) => (
        <li key={picture.key} className="flex max-w-full items-center gap-2 rounded-sm border border-line bg-surface p-1">
          {picture.done ? <img src={picture.done.url} alt={picture.name} className="size-12 rounded-sm object-cover" /> : picture.refusal ? null : <Spinner />}
          <span className={picture.refusal ? "text-13 text-danger" : "max-w-40 truncate text-13 text-soft"}>{picture.refusal ?? picture.name}</span>
          <IconButton size="sm" label={`Remove ${picture.name}`} icon={<X aria-hidden />} onClick={() => state.remove(picture.key)} />
        </li>
      ))}
    </ul>
  );
}
