import type { Examples } from "./words";

export const WEAK_ACTION: Record<string, Examples> = {
  "more-care": {
    fires: [
      "Be more careful with production flags.",
      "We need to be careful when draining nodes.",
      "Pay more attention to the warnings.",
      "Take extra care during upgrades.",
    ],
    not: ["Add a prompt that asks for the name of the cluster before a drain.", "Require two approvals for production flags."],
  },
  vague: {
    fires: [
      "Improve monitoring",
      "Look into the slow queries",
      "Consider a second region",
      "Investigate the memory growth",
      "Remind everyone to use the checklist",
      "Double-check the target account before a deploy",
      "Revisit our alerting",
    ],
    not: [
      "Alert when replication lag is above 30 s for 5 minutes",
      "Investigate the memory growth and post the heap profile by 12 May",
      "Add an index on orders.created_at",
      "Delete the old cluster",
      "Decide by Friday whether we keep the second region",
      "Set the pool to 40 in all regions",
    ],
  },
  "rule-for-people": {
    fires: ["Everyone must read the runbook.", "Engineers should always test their changes.", "Nobody may deploy on a Friday."],
    not: ["The pipeline refuses deploys on a Friday.", "The gate must refuse a change without a test.", "Every host must send a heartbeat every 10 s."],
  },
  train: {
    fires: ["Train the support staff", "Retrain operators on the failover", "Training for the new people"],
    not: ["Train the classifier on March's tickets", "Retrain the anomaly model with the new metrics", "Move the training cluster to the other rack"],
  },
  ensure: {
    fires: ["Ensure good communication", "Make sure this does not happen again", "Ensure backups are working"],
    not: [
      "Ensure by a weekly restore test that backups are readable",
      "Make the job fail when the backup is older than 24 h",
      "Ensure that p99 stays below 300 ms, measured by the load test",
    ],
  },
  more: {
    fires: ["Better documentation", "More testing before releases"],
    not: ["Two more replicas in eu-west", "More than one writer per partition is refused"],
  },
};
