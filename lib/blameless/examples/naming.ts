import type { Examples } from "./words";

export const NAMING: Record<string, Examples> = {
  "who-failed": {
    fires: [
      "Marek overlooked the second shard.",
      "The intern forgot to turn the flag off.",
      "@pavel didn't check the diff.",
      "The platform team failed to tell support.",
      "The database administrator ignored the warning.",
    ],
    not: [
      "A member of Marek’s team found the second shard.",
      "Marek found the second shard at 14:20.",
      "The platform team was paged at 14:02.",
      "@pavel rolled back at 14:31.",
    ],
  },
  "who-broke-it": {
    fires: [
      "The intern dropped the wrong index.",
      "Tomasz broke checkout.",
      "A contractor deleted the production bucket.",
      "The new engineer took down the region.",
      "@jo.l nuked the staging data",
      "I broke the build.",
      "we killed the primary",
      "The operator made a typo in the range.",
      "Lena introduced an error in the template.",
      "An engineer ran the wrong command.",
      "The admin restarted the wrong host.",
      "Priya selected the wrong region.",
      "The engineer on call drained the wrong node.",
    ],
    not: [
      "The balancer dropped the connection.",
      "Tomasz deleted the stuck job and the queue moved on.",
      "The deploy took down the region.",
      "An engineer restarted the pods at 14:10, and errors fell.",
      "Customers removed items from their baskets.",
      "I restarted the pods.",
      "We rolled back at 14:31.",
      "The build broke at noon.",
      "The template has a typo in the range.",
      "The job introduced an error of 2 %.",
      "Lena found an error in the template.",
      "The balancer picked the wrong host.",
      "The router sent it to the wrong region.",
      "Priya saw the wrong region in the dashboard and corrected it.",
    ],
  },
  fault: {
    fires: [
      "The network team is at fault.",
      "It was Jonas's fault.",
      "This one is on me.",
      "My bad.",
      "We blame the vendor manager for this.",
      "That's on us.",
    ],
    not: [
      "A page fault is cheap here.",
      "The fault was in the power supply.",
      "The service tolerates two faults.",
      "git blame shows when the line was added.",
      "The switch is at fault.",
      "This page is on the status site.",
    ],
  },
  culprit: {
    fires: ["The culprit was a developer on the search team.", "Find the person responsible.", "The guilty party was the release manager."],
    not: ["We found the culprit query at 14:10.", "The team responsible for storage was paged.", "A slow query was the culprit."],
  },
  "it-was-who": {
    fires: [
      "It was Dana who merged the change.",
      "It was the storage team that turned the alert off.",
      "Who broke the build?",
      "Who approved this?",
      "Who the hell merged that?",
    ],
    not: [
      "It was the retry that filled the pool.",
      "It was a Tuesday that nobody had planned for.",
      "Who was on call is written on the rota.",
      "Customers who pushed the button twice paid once.",
      "Who can join the bridge?",
    ],
  },
  "their-change": {
    fires: ["Tomasz's PR is what killed checkout.", "The outage was caused by Ana's change.", "Due to Marek's typo the job ran twice."],
    not: ["Tomasz's PR adds the missing index.", "Ana's change was rolled back at 14:20.", "The change of the limit took effect at once."],
  },
  "by-somebody": {
    fires: ["The bug was introduced by the intern.", "The table was deleted by a contractor.", "The problem was caused by an engineer."],
    not: [
      "The bug was found by the intern.",
      "The rows were deleted by the nightly job.",
      "The spike was caused by a burst of retries.",
      "The fix was merged by Ana at 14:40.",
    ],
  },
  "dealt-with": {
    fires: ["The author needs a stern talking-to.", "He has been spoken to.", "The operator was reprimanded.", "The release crew will be held accountable."],
    not: ["The alert fired at 14:02.", "The webhook was fired twice.", "The queue needs a second worker.", "The runbook needs a section on quotas."],
  },
};
