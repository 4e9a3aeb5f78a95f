"use client";

import { OnDemand } from "../ui/on-demand";
import { shortcutHelp } from "./openers";

const load = () => import("./shortcut-help");

export function HelpMount() {
  return <OnDemand opener={shortcutHelp} load={load} />;
}
