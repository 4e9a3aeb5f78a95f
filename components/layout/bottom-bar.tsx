import { DeclareButton } from "./declare-button";
import { MoreMenu } from "./more-menu";
import { NAV } from "./nav-items";
import { NavLink } from "./nav-link";
import type { ShellProps } from "./shell";

const IN_BAR = ["Home", "Incidents", "Inbox"];

/** On a phone: four places and, in the middle under the thumb, the button that matters. */
export function BottomBar({ counts }: Pick<ShellProps, "counts">) {
  const [home, incidents, inbox] = IN_BAR.map((label) => NAV.find((item) => item.label === label)).map((item) => {
    if (!item) return null;
    const Icon = item.icon;
    return (
      <NavLink
        key={item.href}
        href={item.href}
        label={item.label}
        look="bar"
        icon={<Icon aria-hidden="true" strokeWidth={1.75} />}
        count={item.count ? counts[item.count] : null}
        countWords={item.count === "inbox" ? "waiting" : "open"}
      />
    );
  });
  return (
    <nav
      aria-label="Candor, below"
      className="fixed inset-x-0 bottom-0 z-10 flex h-(--below) border-line border-t bg-raised pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {home}
      {incidents}
      <DeclareButton look="bar" />
      {inbox}
      <MoreMenu places={NAV.filter((item) => !IN_BAR.includes(item.label)).map(({ href, label }) => ({ href, label }))} />
    </nav>
  );
}
