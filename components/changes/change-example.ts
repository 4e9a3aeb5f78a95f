import type { Change } from "../../lib/changes/schema";

const told = {
  environment: "production" as const,
  url: null,
  nothingChanged: false,
  recordedBy: { id: "example", name: "the pipeline", avatarUrl: null, role: "member" as const },
  recordedAt: "2026-03-03T14:03:00Z",
  version: 1,
};

/** How a list of changes would look. */
export const CHANGE_EXAMPLE: readonly Change[] = [
  {
    ...told,
    id: "example-1",
    kind: "deploy",
    summary: "Deploy 812: retries in the payment client",
    serviceId: "example",
    service: { id: "example", name: "Checkout" },
    occurredAt: "2026-03-03T14:03:00Z",
    actor: "the pipeline",
    before: "4f1c2ab",
    after: "9b1f2c3",
    hasDiff: true,
    diff: { files: 3, added: 14, removed: 6, bytes: 900 },
  },
  {
    ...told,
    id: "example-2",
    kind: "flag",
    summary: "retry_v2 on for all regions",
    serviceId: "example",
    service: { id: "example", name: "Checkout" },
    occurredAt: "2026-03-03T09:12:00Z",
    actor: null,
    before: "10 %",
    after: "100 %",
    hasDiff: false,
    diff: null,
  },
];
