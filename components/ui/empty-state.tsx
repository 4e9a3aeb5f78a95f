import type { ReactNode } from "react";

interface Props {
  title: string;
  /** What belongs here, in a sentence or two. */
  children?: ReactNode;
  /** A tiny real example of what will stand here. It is shown as an example, and read as one. */
  example?: ReactNode;
  /** The first step. */
  actions?: ReactNode;
}

/** An empty screen teaches: what belongs here, how it would look, and the first step. */
export function EmptyState({ title, children, example, actions }: Props) {
  return (
    <section className="max-w-[36rem] py-8">
      <h2 className="font-semibold font-serif text-18">{title}</h2>
      {children ? <div className="mt-1.5 text-soft leading-[1.55]">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap gap-2">{actions}</div> : null}
      {example ? (
        <figure className="mt-7">
          <figcaption className="mb-1.5 text-12 text-faint">For example</figcaption>
          <div inert className="rounded-md border border-line border-dashed px-4 py-3">
            {example}
          </div>
        </figure>
      ) : null}
    </section>
  );
}
