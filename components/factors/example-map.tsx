import { MiniMap, type MiniFactor } from "./mini-map";

const EXAMPLE: MiniFactor[] = [
  { id: "a", group: "code", tag: "missing timeout or retry limit", role: "triggered", combinesWith: ["b"], order: 0 },
  { id: "b", group: "infrastructure", tag: "capacity or limit reached", role: "worsened", combinesWith: ["a", "c"], order: 1 },
  { id: "c", group: "environment", tag: "staging differs from production", role: "enabled", combinesWith: ["b"], order: 2 },
];

/** A tiny real example, for a map that nobody has begun. */
export const ExampleMap = () => <MiniMap factors={EXAMPLE} />;
