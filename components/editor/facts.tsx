import { POSTMORTEM_STATUS_WORDS } from "../../lib/postmortems/words";
import type { PostmortemState } from "../../lib/postmortems/schema";
import { AvatarRow } from "../people/avatar-row";
import { Badge, type Tone } from "../ui/badge";

const TONES: Partial<Record<PostmortemState["status"], Tone>> = { in_review: "later", changes_requested: "caution", approved: "calm", published: "learned" };

/** How it stands: its status, how long it is, who wrote. */
export function Facts({ postmortem, words }: { postmortem: PostmortemState; words: number }) {
  const { status, authors, publishedVersion } = postmortem;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-13 text-soft">
      <Badge tone={TONES[status] ?? "neutral"}>{POSTMORTEM_STATUS_WORDS[status]}</Badge>
      {publishedVersion ? <span>Version {publishedVersion} is out</span> : null}
      <span>
        {words === 0 ? "No words yet" : words === 1 ? "One word" : `${words.toLocaleString("en-GB").replaceAll(",", "\u202f")} words`}
        {words > 250 ? `, ${Math.round(words / 230)} min to read` : ""}
      </span>
      {authors.length ? (
        <div className="flex items-center gap-1.5">
          Written by <AvatarRow label="Written by" people={authors} />
        </div>
      ) : null}
    </div>
  );
}
