import type { Examples } from "./words";

export const SINGLE_CAUSE: Record<string, Examples> = {
  "root-cause": {
    fires: [
      "The root cause was a missing index.",
      "Root cause: a retry without a limit.",
      "RC was the expired token",
      "We found the primary root cause at 15:20.",
      "The ultimate root cause of the outage is the old driver.",
      "The outage was root-caused to a driver.",
      "we root caused it within an hour",
    ],
    not: [
      "The root causes are listed below.",
      "The logs did not show a clear root cause.",
      "A possible root cause is the driver.",
      "The root cause analysis is on Tuesday.",
      "There is no root cause, only contributing factors.",
      "The root volume was full.",
      "The root user caused no change.",
      "Root access caused an audit entry.",
    ],
  },
  "caused-by": {
    fires: [
      "The outage was caused by a full disk.",
      "This incident was due to an expired certificate.",
      "The incident stemmed from a bad default.",
      "The downtime was traced to a single switch.",
      "The incident resulted from a wrong limit.",
    ],
    not: [
      "The first failure was caused by a leak, and the second by the retries.",
      "The OOM kills were caused by a leak in the parser.",
      "The outage was triggered by a deploy.",
      "The outage was caused by two limits that met: the pool and the retry.",
      "The lag was caused by a long transaction.",
      "The incident was caused by a combination of a retry and a small pool.",
    ],
  },
  "the-cause": {
    fires: [
      "The one thing that went wrong was the order of two lines.",
      "We searched for days and found that the cause of the incident was a cable.",
      "The cause of the outage was a full disk.",
      "The reason for the incident was an old client.",
      "The sole cause was the driver.",
    ],
    not: [
      "One explanation is that the cache was cold.",
      "We are still looking for the cause of the incident.",
      "Put it in the root of the folder.",
      "One cause among several was the full disk.",
      "The cause of the first spike was a cache that had expired.",
      "The reason for the retry is a lost packet.",
    ],
  },
  "one-off": {
    fires: [
      "It was just a single missing comma.",
      "This was a one-off.",
      "It was an isolated incident.",
      "It was just a bad deploy.",
      "A freak accident.",
      "We see it as a fluke.",
      "Only a typo.",
      "Bad deploy.",
    ],
    not: [
      "The list holds only a single point.",
      "The network of the lab is isolated.",
      "A one-time token was sent.",
      "Each incident is isolated to a cell by the bulkhead.",
      "Just a few requests failed.",
      "Bad requests were refused.",
    ],
  },
  "one-thing-took-it-down": {
    fires: ["A bad config took down the region.", "One missing comma brought everything down."],
    not: ["A bad disk slowed the rebuild.", "A new config took effect at noon."],
  },
};
