import type { Examples } from "./words";

export const EVASIVE: Record<string, Examples> = {
  "mistakes-were-made": {
    fires: [
      "Mistakes were made.",
      "During the migration, errors were made.",
      "Wrong assumptions were made about the load.",
      "A mistake was made in the firewall rules.",
      "It was decided to skip the dry run.",
    ],
    not: ["Three backups were made each day.", "The change was made at 14:02 by the pipeline.", "Two attempts were made to restart it."],
  },
  "was-missed": {
    fires: [
      "The guide was misread.",
      "The warning was overlooked.",
      "A step was skipped.",
      "The alert was missed for an hour.",
      "The checklist was ignored.",
      "The label had been forgotten.",
    ],
    not: [
      "The header was ignored by the parser.",
      "Two runs were skipped by the scheduler.",
      "Unknown fields are ignored.",
      "Rows without a key were skipped and counted.",
    ],
  },
  "was-not-done": {
    fires: [
      "A restore had never been attempted on the large shard.",
      "The tapes have not been exchanged since Easter.",
      "The export page was never load-tested.",
      "Runbook not reviewed since spring.",
      "The process was not followed.",
      "The change was not communicated.",
      "The restore was never tested.",
      "Support wasn't informed.",
      "The plan was never rehearsed.",
    ],
    not: [
      "The page is load-tested each night.",
      "The packet was not acknowledged by the peer.",
      "The region was not affected.",
      "The cache was never full.",
      "The request was not sent again.",
      "No data was lost.",
    ],
  },
  "by-accident": {
    fires: [
      "The key that our platform used was most likely accidentally deleted.",
      "The table was accidentally deleted.",
      "The region was inadvertently drained.",
      "The limit was set incorrectly.",
      "The flag was mistakenly turned on for everyone.",
    ],
    not: [
      "We accidentally deleted the row.",
      "A soft delete lowers the risk of accidental removal.",
      "The row is deleted after 30 days.",
      "The region was drained at 14:10.",
      "The limit was set to 40 in March.",
    ],
  },
  "wrong-thing-happened": {
    fires: ["The wrong artefact was promoted.", "An untested build was deployed.", "The wrong disk got pulled."],
    not: ["The wrong shard answered.", "An unused build was removed at night.", "A broken link was repaired."],
  },
  "an-error-occurred": {
    fires: [
      "An error occurred during the change of the firewall.",
      "A misunderstanding occurred between the teams.",
      "A mistake happened in the handover.",
      "An oversight in the procedure left the port open.",
    ],
    not: ["The error occurred 400 times in a minute.", "An error occurred in 3 % of the requests.", "An error is shown when the card is refused."],
  },
  "fell-through-the-cracks": {
    fires: ["The ticket fell through the cracks.", "It slipped through the net.", "The ball was dropped between two teams."],
    not: ["Traffic fell through the night.", "It was written to disk.", "The packet was dropped between two hosts."],
  },
};
