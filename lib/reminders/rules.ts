import { dueWords } from "../actions/rules";
import { paths } from "../paths";

export interface DueLine {
  ref: string;
  title: string;
  dueOn: string;
  incidentRef: string;
  incidentTitle: string;
}

/** One mail for all that asks a person on one day. Plain text, and kind: it says how to let an item wait. */
export function remindersLetter(items: readonly DueLine[], to: { name: string; origin: string; today: string }): { subject: string; text: string } {
  const [first] = items;
  const one = items.length === 1 && first;
  const lines = items.map(({ ref, title, dueOn, incidentRef, incidentTitle }) =>
    [`${ref}  ${title}`, `    ${dueWords(dueOn, to.today)}, from ${incidentRef} ${incidentTitle}`, `    ${to.origin}${paths.action(ref)}`].join("\n"),
  );
  return {
    subject: one ? `${one.ref}: how does it go?` : `${items.length} action items: how do they go?`,
    text: `${[
      `Hello ${to.name},`,
      one ? "this follows from an incident, and is with you:" : "these follow from incidents, and are with you:",
      ...lines,
      "If one has to wait, say why and until when on its page: it is quiet until then. If it is done, or no longer worth doing, say so there too.",
      `— \nCandor, ${to.origin}`,
    ].join("\n\n")}\n`,
  };
}
