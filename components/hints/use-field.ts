import { type RefObject, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { fewOf } from "../../lib/blameless/few";
import type { TextKind } from "../../lib/blameless/words";
import { checker } from "./checker";
import type { TextField } from "./mirror";
import { carry, type Hint, isKept, overlaps, sentenceAt } from "./texts";

/** Milliseconds after which a changed text is sent, and after which the hands rest. */
const SEND_AFTER = 150;
const REST = 1500;
/** A longer text is not drawn a second time at every key. */
const LONGEST = 20_000;

interface Written {
  text: string;
  /** Until it has been read: where the hints of the text before are now. */
  carried: readonly Hint[];
  /** The sentence under the hands. */
  hold: { start: number; end: number } | null;
}

const hintsNow = ({ text, carried }: Written, kind: TextKind) => checker.of(text, kind) ?? carried;
const standing = () => checker.stand;

/** What stands in a plain field, and the hints to show in it. `value` is what its owner last put there, where they say so. */
export function useField(field: RefObject<TextField | null>, kind: TextKind, kept: ReadonlySet<string>, value: string | undefined) {
  const [written, setWritten] = useState<Written>(() => ({ text: field.current?.value ?? value ?? "", carried: [], hold: null }));
  const stand = useSyncExternalStore(checker.subscribe, standing, standing);

  useEffect(() => {
    const of = field.current;
    if (!of) return;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const take = (isTyped: boolean) => {
      const text = of.value;
      setWritten((before) => {
        if (before.text === text) return before;
        const hold = isTyped ? sentenceAt(text, of.selectionEnd ?? text.length) : null;
        return { text, carried: carry(hintsNow(before, kind), before.text, text), hold };
      });
    };
    const onInput = () => {
      take(true);
      clearTimeout(resting);
      resting = setTimeout(() => setWritten((now) => ({ ...now, hold: null })), REST);
    };
    const onSelect = () => {
      if (document.activeElement !== of) return;
      setWritten((now) => {
        if (!now.hold || now.text !== of.value) return now;
        const under = sentenceAt(now.text, of.selectionEnd ?? 0);
        return under?.start === now.hold.start && under.end === now.hold.end ? now : { ...now, hold: null };
      });
    };
    take(false);
    of.addEventListener("input", onInput);
    document.addEventListener("selectionchange", onSelect);
    return () => {
      clearTimeout(resting);
      of.removeEventListener("input", onInput);
      document.removeEventListener("selectionchange", onSelect);
    };
  }, [field, kind]);

  // Its owner may empty it (sent), or fill it (a draft), without an input.
  useEffect(() => {
    const text = value ?? field.current?.value ?? "";
    setWritten((before) => (before.text === text ? before : { text, carried: [], hold: null }));
  }, [field, value]);

  const { text } = written;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for may have been forgotten by now
  useEffect(() => {
    if (text.length > LONGEST || checker.of(text, kind)) return;
    const timer = setTimeout(() => checker.want([text], kind), SEND_AFTER);
    return () => clearTimeout(timer);
  }, [text, kind, stand]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands behind it may be known by now
  const shown = useMemo(() => {
    const { hold } = written;
    if (text.length > LONGEST) return [];
    const unanswered = hintsNow(written, kind).filter((hint) => !isKept(kept, hint));
    return fewOf(text, unanswered).filter((hint) => !(hold && overlaps(hint, hold)));
  }, [written, text, kind, kept, stand]);
  return { text, shown };
}
