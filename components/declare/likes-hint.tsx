"use client";

import { useOpenLike } from "../../lib/declare/client";
import type { DeclareDraft } from "../../lib/declare/rules";
import { LIKE_IT } from "./like-it";

/** Where the incidents like it stand below the fields, a line beside the button says that there are some. */
export function LikesHint({ draft }: { draft: DeclareDraft }) {
  const { data, asks } = useOpenLike(draft);
  const open = asks ? (data?.open.length ?? 0) : 0;
  const past = asks ? (data?.past.length ?? 0) : 0;
  if (open + past === 0) return null;
  const words = open ? `${open} open ${open === 1 ? "incident" : "incidents"} like it` : `${past} like it in the past`;
  const show = () => {
    const likes = document.getElementById(LIKE_IT);
    likes?.scrollIntoView({ block: "start", behavior: "smooth" });
    likes?.focus({ preventScroll: true });
  };
  return (
    <button type="button" onClick={show} className={`link touch lg:hidden ${open ? "font-[550] text-ink" : ""}`}>
      {words}
    </button>
  );
}
