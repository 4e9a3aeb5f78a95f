"use client";

import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { shortcutHelp } from "./openers";
import { type Shortcut, useAllShortcuts } from "./shortcuts";

const GROUPS: Shortcut["group"][] = ["Anywhere", "On this page", "In lists", "Go to"];
const isMac = () => typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.platform);

/** Every key, as it is now: a page's own keys are in it. Loaded when it is first asked for. */
export default function ShortcutHelp() {
  const { open } = shortcutHelp.use();
  const all = useAllShortcuts();
  const shown = (keys: string) => keys.replace("mod", isMac() ? "⌘" : "Ctrl");
  return (
    <Dialog
      open={open}
      onClose={shortcutHelp.close}
      title="Keys"
      description="Single keys rest while you type. They can be switched off in your settings."
      width="lg"
    >
      <div className="gap-x-10 sm:columns-2">
        {GROUPS.map((group) => {
          const keys = all.filter((one) => one.group === group);
          if (keys.length === 0) return null;
          return (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-1.5 font-[550] text-13 text-soft">{group}</h3>
              <dl>
                {keys.map((one) => (
                  <div key={one.keys + one.label} className="flex items-center justify-between gap-4 border-hairline border-b py-1.5 last:border-0">
                    <dt className="order-2">
                      <Kbd keys={shown(one.keys)} />
                    </dt>
                    <dd>{one.label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
