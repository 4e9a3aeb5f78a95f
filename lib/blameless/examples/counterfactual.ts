import type { Examples } from "./words";

export const COUNTERFACTUAL: Record<string, Examples> = {
  "should-have": {
    fires: [
      "The on-call engineer should have noticed the alert an hour earlier.",
      "We should’ve tested the restore before the weekend.",
      "this should have been caught in review",
      "You could have asked before restarting the primary.",
      "The migration shouldn't have been run during the sale.",
      "Somebody should have told the support desk.",
      "They ought to have read the changelog first.",
      "We needed to have warned the payment team.",
    ],
    not: [
      "The cache should have returned 200 within 40 ms.",
      "The retry could have absorbed a shorter gap.",
      "We should have an alert for replication lag.",
      "The certificate should have renewed itself at midnight.",
      "A second gateway would have kept the region up.",
      "The queue should have drained within a minute, and it took nine.",
    ],
  },
  "should-have-been": {
    fires: [
      "We should have been watching the error budget.",
      "She should have been more careful with the flag.",
      "The team should have been quicker to declare.",
    ],
    not: ["The standby should have been warm by then.", "The lease should have been shorter than the heartbeat."],
  },
  "could-at-least": {
    fires: ["He could at least have read the warning.", "They could at least have posted in the channel."],
    not: ["The pool could hold at least forty connections.", "We could read at least two of the three shards."],
  },
  "would-have-helped": {
    fires: [
      "A glance at the dashboard would have shown the leak.",
      "A closer review would have caught the missing index.",
      "Better planning would have prevented the second outage.",
    ],
    not: ["A circuit breaker would have contained the failure.", "A canary stage with real traffic would have shown the leak, and there was none."],
  },
  "work-would-have": {
    fires: ["A quick test would have been enough.", "Five minutes of reading would have saved the night.", "More thorough testing would have found it."],
    not: ["A larger heap would have lasted until Monday.", "A smaller batch would have fitted the buffer."],
  },
  "doing-would-have": {
    fires: ["Checking the diff would have prevented this.", "Asking the database team first would have saved an hour."],
    not: ["Raising the limit would have moved the load to the next tier.", "Draining takes ten minutes for each node."],
  },
  "would-have-taken": {
    fires: ["It would have taken two minutes to ask.", "it would have been easy to check"],
    not: ["A full restore takes two hours.", "The copy would take two hours at that rate."],
  },
  "if-only": {
    fires: ["If only we had kept the old cluster.", "If only someone had looked at the graph."],
    not: ["The job runs only if the lock is free.", "The alert fires if only one replica answers."],
  },
  wish: {
    fires: ["I wish we had rehearsed the failover.", "We wish the team had told us."],
    not: ["Customers who wish to pay by card saw an error.", "The wish list service was not affected."],
  },
  "had-only": {
    fires: ["If we had just read the runbook, the outage would be over.", "If they had only asked us."],
    not: ["If the disk had room, the copy went on.", "If we roll back, the schema stays."],
  },
  "had-we": {
    fires: ["Had we known the limit, we would have split the batch.", "Had anyone looked at the queue, it would have been seen."],
    not: ["We had looked at the queue at 14:02.", "Had the disk been larger, the log would have fitted."],
  },
  "failed-to": {
    fires: [
      "The engineer failed to drain the node.",
      "We failed to tell support in time.",
      "The payments team failed to renew the certificate.",
      "The reviewer failed to see the missing check.",
    ],
    not: [
      "The pod failed to start.",
      "Kafka failed to elect a leader.",
      "Requests to the gateway failed to complete.",
      "The backup failed to upload, and the job was run again.",
    ],
  },
  "failing-to": {
    fires: ["We made it worse by failing to tell anyone.", "I am sorry for failing to check."],
    not: ["The probe was failing to connect.", "Two nodes were failing to join the cluster."],
  },
  "failure-to": {
    fires: ["The outage grew with our failure to escalate.", "Failure to follow the checklist left the port open."],
    not: ["The failure of the switch took both links.", "A failure to connect raises an alert within a minute."],
  },
  lapse: {
    fires: [
      "Marta forgot to rotate the key.",
      "We overlooked the second config file.",
      "The operator neglected the disk warnings.",
      "i forgot to turn the flag off",
      "The author misjudged the load.",
    ],
    not: ["Redis forgets a key when its time is over.", "The parser overlooked the header.", "The dashboard neglects requests below one second."],
  },
  missed: {
    fires: [
      "The reviewer missed the change of units.",
      "We missed the warning about the quota.",
      "He skipped the dry run.",
      "The team omitted the smoke test.",
    ],
    not: [
      "The scheduler missed two runs.",
      "The health check skips drained nodes.",
      "The import skipped 40 rows.",
      "We missed our objective of 99.9 % in March.",
    ],
  },
  "did-not": {
    fires: [
      "The engineer did not check the diff.",
      "We didn't test the fallback.",
      "they didn’t tell anyone",
      "The developer had not read the deprecation notice.",
      "On-call didn't respond to the page.",
    ],
    not: [
      "The load balancer did not notice the dead node.",
      "We did not know that the two limits were coupled.",
      "We didn't have an alert for this.",
      "We chose not to fail over because the standby was an hour behind.",
      "Jenkins did not report the exit code.",
      "The engineer did not think the change touched production.",
    ],
  },
  "never-did": {
    fires: ["We never tested the restore.", "They never told the other teams.", "The team never read the report."],
    not: ["The request never reached the server.", "The cron job never ran.", "The connection was never closed by the driver."],
  },
  "nobody-did": {
    fires: ["Nobody noticed for three hours.", "No one told support about the change.", "No one had checked the backups.", "nobody asked why"],
    not: ["Nobody was paged because the schedule was empty.", "No one was affected outside of the region.", "Nobody can see the page without a session."],
  },
  "without-doing": {
    fires: ["The engineer merged it without waiting for the checks.", "She restarted the database without telling anyone.", "@lena.k deployed w/o asking"],
    not: [
      "The proxy answered without waiting for the upstream.",
      "The client retries without checking the status.",
      "One can deploy without waiting for a slot.",
    ],
  },
};
