import { countWords, type ListState, pagePath } from "../../lib/browse/rules";
import type { IncidentPage } from "../../lib/incidents/schema";
import { Pager } from "../ui/pager";

const OTHERS = { prevLabel: "Before", nextLabel: "Further" };
const WORDS = { newest: {}, oldest: { prevLabel: "Older", nextLabel: "Newer" }, updated: OTHERS, severity: OTHERS, relevance: OTHERS };

/** How many there are, and the pages before and after. */
export function ListPager({ state, page }: { state: ListState; page: IncidentPage }) {
  const at = (cursor: string | null) => cursor && pagePath(state, cursor);
  return (
    <Pager prev={at(page.prevCursor)} next={at(page.nextCursor)} {...WORDS[state.sort ?? "newest"]}>
      <span role="status">
        {countWords(page.total, page.totalIsExact)} {page.total === 1 ? "incident" : "incidents"}
      </span>
    </Pager>
  );
}
