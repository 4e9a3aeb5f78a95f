import { isNarrowed, listPath, type ListState, WHOLE } from "../../lib/browse/rules";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";

/** Nothing was found: what was looked for, and the ways out of it. */
export function NoMatch({ state }: { state: ListState }) {
  const { q } = state;
  const filtered = isNarrowed({ ...state, q: "" });
  return (
    <EmptyState
      title="Nothing that you can see fits"
      actions={
        <>
          {q && filtered ? <ButtonLink href={listPath({ ...WHOLE, q })}>Search all of it</ButtonLink> : null}
          <ButtonLink href={listPath(WHOLE)}>{q ? "Clear the search" : "Clear the filters"}</ButtonLink>
        </>
      }
    >
      {q ? (
        <>
          No title, summary or timeline says <b className="isolate-text break-words text-ink">“{q}”</b>
          {filtered ? " within these filters" : ""}. Fewer or other words may find it: each word has to be there.
        </>
      ) : (
        "No incident fits all of these filters."
      )}
    </EmptyState>
  );
}
