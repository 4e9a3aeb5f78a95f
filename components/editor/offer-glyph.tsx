import {
  ChartNoAxesColumn,
  CircleCheckBig,
  CircleDashed,
  Clock,
  Code,
  CornerUpLeft,
  GitCompareArrows,
  Hash,
  Heading2,
  Heading3,
  ImagePlus,
  Lightbulb,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  Network,
  Quote,
  ShieldCheck,
  StickyNote,
  Table2,
  TriangleAlert,
  Type,
} from "lucide-react";
import { Avatar } from "../people/avatar";
import type { Insertable } from "./insert";
import type { Option } from "./use-options";

const GLYPHS: Record<Insertable, LucideIcon> = {
  text: Type,
  heading: Heading2,
  subheading: Heading3,
  bullets: List,
  numbers: ListOrdered,
  tasks: ListChecks,
  table: Table2,
  quote: Quote,
  code: Code,
  picture: ImagePlus,
  note: StickyNote,
  learned: Lightbulb,
  caution: TriangleAlert,
  divider: Minus,
  "live:timeline": Clock,
  "live:changes": GitCompareArrows,
  "live:factors": Network,
  "live:nets": ShieldCheck,
  "live:actions": CircleCheckBig,
  "live:figures": ChartNoAxesColumn,
  "live:ruled_out": CornerUpLeft,
};

/** What an offer is, at a glance. */
export function OfferGlyph({ option: { puts, label } }: { option: Option }) {
  if ("mention" in puts && puts.mention.kind === "person") return <Avatar person={{ name: label }} size="sm" />;
  const Icon = "insert" in puts ? GLYPHS[puts.insert] : "moment" in puts ? Clock : puts.mention.kind === "incident" ? Hash : CircleDashed;
  return <Icon aria-hidden className="size-4.5 shrink-0 text-soft" strokeWidth={1.75} />;
}
