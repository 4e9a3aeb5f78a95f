import type { ReactNode } from "react";
import { paths } from "../../lib/paths";

interface Props {
  incidentRef: string;
  n: number;
  newest: number;
  draftNewer: boolean;
}

/** Whether there is something newer than what one reads. */
export function Standing({ incidentRef, n, newest, draftNewer }: Props): ReactNode {
  if (n < newest)
    return (
      <Line>
        This is version {n}.{" "}
        <a href={paths.postmortem(incidentRef)} className="link">
          Version {newest}
        </a>{" "}
        is the newest;{" "}
        <a href={paths.compare(incidentRef, n, newest)} className="link">
          what changed since
        </a>
        .
      </Line>
    );
  if (draftNewer)
    return (
      <Line>
        The draft was written in since.{" "}
        <a href={paths.compare(incidentRef, n)} className="link">
          What would change
        </a>
      </Line>
    );
  return null;
}

const Line = ({ children }: { children: ReactNode }) => (
  <p data-no-print className="mb-6 border-accent border-l-2 bg-accent-wash px-3.5 py-2 text-14">
    {children}
  </p>
);
