import type { ReactNode } from "react";

interface Props {
  title: ReactNode;
  /** At the right of the title: a link, a count, a small button. */
  aside?: ReactNode;
  /** `page` for a part of a page, `side` for the facts beside a room. */
  look?: "page" | "side";
  id?: string;
  children: ReactNode;
  className?: string;
}

/** A named part of a page, parted from the next by a hairline rather than boxed. */
export function Section({ title, aside, look = "page", id, children, className }: Props) {
  const small = look === "side";
  return (
    <section id={id} className={`${small ? "border-hairline border-b pb-4.5 mb-4 last:mb-0 last:border-0" : "pt-5 pb-3"} ${className ?? ""}`}>
      <div className={`flex items-baseline justify-between gap-3 ${small ? "mb-2" : "mb-3"}`}>
        <h2 className={small ? "font-semibold text-14" : "font-semibold font-serif text-18"}>{title}</h2>
        {aside ? <span className="text-13 text-soft">{aside}</span> : null}
      </div>
      {children}
    </section>
  );
}
