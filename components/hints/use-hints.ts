import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { fewOf } from "../../lib/blameless/few";
import type { TextKind } from "../../lib/blameless/words";
import { keptHintsQuery, languageQuery, useDropKept, useKeepHint } from "../../lib/language/client";
import { toast } from "../ui/toast";
import { checker } from "./checker";
import { type Hint, isKept, keptAs } from "./texts";

/** Gives the reader what this organisation knows, as soon as it is here. */
export function useReader(): void {
  const setting = useQuery(languageQuery).data;
  useEffect(() => {
    if (setting) checker.use({ names: setting.names, off: setting.off, phrases: setting.phrases });
  }, [setting]);
}

/** What was kept in an incident, and how one keeps: for everyone, at once, with an undo. */
export function useKept(incidentRef: string) {
  const items = useQuery(keptHintsQuery(incidentRef)).data?.items;
  const { mutateAsync: keepOne } = useKeepHint(incidentRef);
  const { mutateAsync: dropOne } = useDropKept(incidentRef);
  const kept = useMemo<ReadonlySet<string>>(() => new Set(items?.map(({ rule, key }) => keptAs(rule, key))), [items]);
  const keep = useCallback(
    ({ rule, keys }: Hint) => {
      const sorry = (error: unknown) => void toast((error as Error).message, { tone: "danger" });
      const all = (change: typeof keepOne | typeof dropOne) => void Promise.all(keys.map((key) => change({ rule, key }))).catch(sorry);
      all(keepOne);
      toast("Kept as it is, for everyone", { undo: () => all(dropOne) });
    },
    [keepOne, dropOne],
  );
  return { kept, keep };
}

const NONE: readonly Hint[] = [];
const standing = () => checker.stand;

/** The hints of texts that are not being written, without those that were kept; null until all of them have been read. */
export function useHintsOf(texts: readonly string[], kind: TextKind, kept: ReadonlySet<string>): readonly Hint[] | null {
  const stand = useSyncExternalStore(checker.subscribe, standing, standing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands behind them may be known by now
  const found = useMemo(() => texts.map((text) => checker.of(text, kind)), [texts, kind, stand]);
  const isRead = found.every((hints) => hints !== undefined);
  useEffect(() => {
    if (found.includes(undefined)) checker.want(texts, kind);
  }, [found, texts, kind]);
  return useMemo(
    () =>
      isRead
        ? found.flatMap((hints, at) =>
            fewOf(
              texts[at] ?? "",
              (hints ?? NONE).filter((hint) => !isKept(kept, hint)),
            ),
          )
        : null,
    [isRead, found, texts, kept],
  );
}
