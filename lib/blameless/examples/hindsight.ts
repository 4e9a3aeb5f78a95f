import type { Examples } from "./words";

export const HINDSIGHT: Record<string, Examples> = {
  obviously: {
    fires: [
      "Sharing one cache was clearly the wrong choice.",
      "Obviously the limit was too low.",
      "The flag was clearly, and for weeks, on in production.",
      "Naturally, the second node went as well.",
      "Predictably, the retry made it worse.",
      "the config was obviously wrong",
      "Of course the backup was broken too.",
      "The alert was, of course, muted.",
    ],
    not: [
      "Of course I will stay on until it is calm.",
      "There was no obvious change in the graphs.",
      "The message says clearly which field is missing.",
      "A clear error is logged for each refused row.",
      "We cleared the queue at 14:10.",
      "The two peaks are clearly visible in the graph.",
      "Over the course of an hour the queue grew.",
      "The training course is on Tuesday.",
    ],
  },
  "in-hindsight": {
    fires: [
      "In hindsight the threshold was too high.",
      "With the benefit of hindsight we would page earlier.",
      "In retrospect, the signs were there.",
      "Looking back, the change was too big.",
      "Knowing what we know now, the job was bound to fill the disk.",
    ],
    not: ["The retrospective is on Tuesday at ten.", "We look back over 30 days of logs.", "The timeline was put together from the logs."],
  },
  "hindsight-is": {
    fires: ["Hindsight is a wonderful thing.", "We know better now."],
    not: ["A better index is now in place.", "We know the limit now: 40 connections."],
  },
  "waiting-to-happen": {
    fires: [
      "It was not a complete surprise.",
      "It was an accident waiting to happen.",
      "The node was bound to fail.",
      "It was only a matter of time.",
      "The script was a ticking time bomb.",
      "No surprise that it broke on a Monday.",
      "The outage was inevitable.",
      "The second outage was entirely preventable.",
    ],
    not: [
      "The worker is waiting to start.",
      "Retries are avoidable where the call is idempotent.",
      "The socket is bound to port 8080.",
      "The job is destined for the batch queue.",
      "The timestamps matter for the order.",
      "Time to recover was 40 minutes.",
    ],
  },
  "why-did-nobody": {
    fires: [
      "Why didn't you roll back at once?",
      "Why did nobody call the vendor?",
      "Why did we not see this in staging?",
      "Why weren't they watching the graph?",
      "How could anyone miss this?",
      "How did nobody see the alert?",
      "How could you not notice?",
    ],
    not: [
      "Why didn't the safeguard stop it?",
      "Why did the breaker not open?",
      "We asked why the alert did not fire.",
      "Why was the lag so high?",
      "How did the request reach the old cluster?",
      "How could the lock be held twice?",
      "How did we find out?",
    ],
  },
  "anyone-could-see": {
    fires: [
      "Anyone could have seen that the disk was filling up.",
      "The signs were all there.",
      "You could tell that it would break.",
      "Everyone saw it coming.",
    ],
    not: [
      "Anyone can see the status page without signing in.",
      "The signs of memory pressure came at 14:02.",
      "Everyone on the bridge could see the dashboard.",
    ],
  },
  "was-obvious": {
    fires: [
      "It was obvious that the node was down.",
      "The cause seemed obvious.",
      "It was painfully obvious.",
      "It was clear from the start that the plan would fail.",
      "The disk was full all along.",
    ],
    not: [
      "It was not obvious which node was the leader.",
      "The link between the two was less obvious.",
      "It wasn't obvious from the graphs.",
      "The log was clear of errors by 15:00.",
      "All nodes along the path were restarted.",
    ],
  },
};
