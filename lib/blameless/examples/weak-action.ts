import type { Examples } from "./words";

export const WEAK_ACTION: Record<string, Examples> = {
  "be-more-careful": {
    fires: [
      "Do a better job of writing it down.",
      "Be more careful with production flags.",
      "We need to be careful when draining nodes.",
      "Pay more attention to the warnings.",
      "Take extra care during upgrades.",
      "Better documentation",
    ],
    not: [
      "Add a prompt that asks for the name of the cluster before a drain.",
      "Require two approvals for production flags.",
      "Two more replicas in eu-west",
      "More than one writer per partition is refused",
    ],
  },
  improve: {
    fires: [
      "Test the backups regularly.",
      "Improve monitoring",
      "Improve the documentation of the gateway",
      "Strengthen our deployment process",
      "Tidy up the alerts",
    ],
    not: [
      "Run the restore every week.",
      "Increase the pool size from 20 to 40",
      "Improve p99 of checkout to 300 ms by June",
      "Simplify the rota to two tiers by 1 June",
    ],
  },
  investigate: {
    fires: [
      "This project should investigate whether it can be split.",
      "We will continue to improve our alerting.",
      "Look into the slow queries",
      "Consider a second region",
      "Investigate the memory growth",
      "Revisit our alerting",
      "Think about a better way to deploy",
      "Have a chat with the vendor",
      "Follow up with the network team",
      "We should look at caching",
    ],
    not: [
      "Alert when replication lag is above 30 s for 5 minutes",
      "Investigate the memory growth and post the heap profile by 12 May",
      "Add an index on orders.created_at",
      "Delete the old cluster",
      "Decide by Friday whether we keep the second region",
      "Set the pool to 40 in all regions",
      "Write down by Friday whether the vendor's limit can be raised",
      "Move the review of the rota to the weekly meeting",
    ],
  },
  "remind-people": {
    fires: [
      "Remind everyone to use the checklist",
      "Double-check the target account before a deploy",
      "Everyone must read the runbook.",
      "Engineers should always test their changes.",
      "Nobody may deploy on a Friday.",
      "Encourage people to ask early",
      "Raise awareness of the freeze",
    ],
    not: [
      "The pipeline refuses deploys on a Friday.",
      "The gate must refuse a change without a test.",
      "Every host must send a heartbeat every 10 s.",
      "Send a page when two nodes are drained at once",
      "Ask for the cluster's name before a drain, in the tool",
    ],
  },
  "train-people": {
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
};
