"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { FACTOR_GROUP_WORDS, type FactorGroup } from "@/lib/factors/words";
import { useAddTag } from "@/lib/tags/client";
import { Button } from "../ui/button";
import { TagField } from "./tag-field";

export function AddTag({ group }: { group: FactorGroup }) {
  const [adding, setAdding] = useState(false);
  const add = useAddTag();
  const words = FACTOR_GROUP_WORDS[group].toLowerCase();
  return adding ? (
    <div className="py-1">
      <TagField label={`A new tag of ${words}`} action="Add" value="" onSave={(label) => add.mutateAsync({ group, label })} onDone={() => setAdding(false)} />
    </div>
  ) : (
    <Button
      size="sm"
      variant="quiet"
      icon={<Plus aria-hidden="true" />}
      className="-ml-2.5 mt-1"
      aria-label={`Add a tag of ${words}`}
      onClick={() => setAdding(true)}
    >
      Add a tag
    </Button>
  );
}
