/** How a call for help was told, and what people answer to it. */
export const CALL_ANSWERS = ["on_it", "cannot"] as const;
export type CallAnswer = (typeof CALL_ANSWERS)[number];

export const CALL_CHANNELS = ["inbox", "mail", "webhook"] as const;
export type CallChannel = (typeof CALL_CHANNELS)[number];

/** What became of a message beyond the app. */
export const DELIVERIES = ["sent", "failed"] as const;
export type Delivery = (typeof DELIVERIES)[number];

export const CALL_ANSWER_WORDS: Record<CallAnswer, string> = { on_it: "On it", cannot: "Cannot right now" };
