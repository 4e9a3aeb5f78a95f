/** What a hint is, and what it is not: said before any rule, for whoever asks “why does it say that?”. */
const IS = [
  "Advice about a wording, with its reason and a better question. You may replace it, answer the question, or keep what you wrote.",
  "About the text. It shows alike to everyone who writes, and what one keeps is kept for all.",
  "Made in your browser. What you type is not sent anywhere for it, and it works without a network.",
];
const IS_NOT = [
  "A gate. Nothing is ever blocked, published or held back by it.",
  "A score. Nobody is counted: there is no list, no number and no row by person, not in the database either.",
  "A judge of machines. A cache should have answered; a person saw what they saw. Quotes, code and logs are not read.",
];

export function AboutHints() {
  return (
    <div className="grid gap-x-10 gap-y-5 border-line border-b py-5 md:grid-cols-2">
      <Points title="A hint is" points={IS} />
      <Points title="A hint is not" points={IS_NOT} />
    </div>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section>
      <h2 className="mb-2 font-semibold font-serif text-18">{title}</h2>
      <ul className="grid max-w-[60ch] gap-2 text-soft leading-[1.5]">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
