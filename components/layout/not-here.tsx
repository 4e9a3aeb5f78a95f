import type { ReactNode } from "react";
import { paths } from "../../lib/paths";
import { ButtonLink } from "../ui/button";

/** For what is not there and for what one may not see alike. */
export function NotHere({ title = "There is nothing here", children }: { title?: string; children?: ReactNode }) {
  return (
    <section className="max-w-[36rem] py-12">
      <h1 className="font-semibold font-serif text-28">{title}</h1>
      <div className="mt-2 text-soft leading-[1.55]">
        {children ?? "It may have moved, or you may not be among the people who can see it. If someone sent you here, ask them to let you in."}
      </div>
      <div className="mt-5 flex gap-2">
        <ButtonLink href={paths.incidents()} variant="primary">
          All incidents
        </ButtonLink>
        <ButtonLink href={paths.home()}>Home</ButtonLink>
      </div>
    </section>
  );
}
