import type { Examples } from "./words";

export const JUDGEMENT: Record<string, Examples> = {
  "human-error": {
    fires: [
      "The outage was down to human error.",
      "Operator error led to the wrong region being drained.",
      "User error again.",
      "We put it down as a manual mistake.",
    ],
    not: [
      "The page shows a human-readable error.",
      "A human reviewed the error log.",
      "The user sees error 503 after ten seconds.",
      "Errors for users in the north rose to 4 %.",
    ],
  },
  "verdict-on-work": {
    fires: [
      "Poor planning left us without a fallback.",
      "The review was inadequate.",
      "Insufficient testing let this through.",
      "It was sloppy work.",
      "The handover was careless.",
      "Bad judgement by the release crew.",
    ],
    not: [
      "Poor signal in the hall dropped the readers off the network.",
      "Insufficient memory killed the worker.",
      "The disk had inadequate throughput.",
      "A bad sector was found on the disk.",
      "Bad requests rose to 3 %.",
    ],
  },
  "lack-of-work": {
    fires: [
      "A lack of care in the release.",
      "This shows a lack of discipline.",
      "The absence of ownership is felt here.",
      "It came from a lack of communication between the teams.",
    ],
    not: ["A lack of memory stopped the node.", "The absence of a header made the parser stop.", "For lack of disk space the log was cut."],
  },
  unfit: {
    fires: ["The operator was careless.", "We were complacent about the limits.", "I was lazy with the rollback plan.", "The team was reckless."],
    not: [
      "The process was idle and the queue was empty.",
      "The image loader is lazy by default.",
      "The engineer was asleep when the page came at 03:10.",
      "The garbage collector is lazy.",
    ],
  },
  "unfit-noun": {
    fires: ["A careless engineer removed the label.", "It was a hasty deploy.", "A reckless merge on Friday."],
    not: ["A lazy query loads the rows later.", "A greedy match took the whole line.", "A lazy evaluation kept the old value."],
  },
  "unfit-alone": {
    fires: ["Negligence on the part of the release team.", "It was pure carelessness.", "Complacency crept in.", "This was haste."],
    not: ["Latency crept up over the hour.", "A spare was ordered in time.", "The laziness of the iterator hides the cost."],
  },
  ignored: {
    fires: [
      "The on-call engineer ignored the page.",
      "We ignored the warnings.",
      "Management dismissed the risk.",
      "The developers disregarded the style guide.",
      "Ana ignored two alerts.",
    ],
    not: [
      "Kafka ignored the header.",
      "The parser ignores unknown fields.",
      "The alert was on the list of ignored checks.",
      "Robin, our internal scheduler, ignored the maintenance window.",
      "The client ignores the cookie.",
    ],
  },
  mistake: {
    fires: ["It was a mistake to deploy on a Friday.", "This was my mistake.", "That was a terrible idea.", "That was a blunder."],
    not: ["It was a good idea to keep the old cluster.", "This was a restart of the whole zone.", "By mistake the label was also on the standby."],
  },
  "silly-mistake": {
    fires: [
      "A rookie mistake in the config.",
      "One silly error and the site was gone.",
      "It was a terrible decision.",
      "An avoidable mistake by the vendor manager.",
    ],
    not: ["A fatal error stopped the import.", "A type error was raised in the worker.", "Each call that is too big is split."],
  },
  "common-sense": {
    fires: ["It is common sense to test a backup.", "Common sense was missing that night."],
    not: ["The two services share a common secret.", "It makes sense to split the job."],
  },
  "always-never": {
    fires: [
      "The backend team never reads the migration notes.",
      "Frontend always merges on a Friday.",
      "He never writes tests.",
      "The contractors always skip the checklist.",
    ],
    not: [
      "The exporter never closes its sockets.",
      "Postgres always writes the log first.",
      "The alert never fires below ten requests.",
      "Always run the job with a lock.",
    ],
  },
  ridicule: {
    fires: [
      "The team dropped the ball.",
      "Somebody fat-fingered the command.",
      "How hard can it be?",
      "What was he thinking?",
      "Great job, platform team.",
      "They should know better.",
      "He had no idea what he was doing.",
    ],
    not: [
      "The balancer dropped the packet.",
      "The team did a good job of keeping customers told.",
      "What was the load at that time?",
      "Thanks to Ana for a great job on the rollback.",
    ],
  },
  panicked: {
    fires: ["The engineer panicked and restarted everything.", "We panicked."],
    not: ["The kernel panicked at 02:14.", "The Go process panicked on a nil map.", "A kernel panic stopped the host."],
  },
  understanding: {
    fires: ["It was merged without really understanding the flag.", "The job was run without thinking."],
    not: ["The page works without scripts.", "The proxy passes it on without reading the body."],
  },
  unacceptable: {
    fires: ["It is unacceptable that this took three hours.", "This was an embarrassing night.", "An inexcusable delay in telling customers."],
    not: ["A latency above 2 s is not acceptable by the objective.", "The certificate was not accepted.", "The load was excessive for two cores."],
  },
  "too-lazy": {
    fires: ["We were too lazy to write the test.", "The reviewers were too busy to look.", "He was too confident."],
    not: ["The batch was too big for the buffer.", "The link was too slow for the copy.", "The timeout is too short."],
  },
  "too-much": {
    fires: ["It took way too long to call for help.", "We spent far too much time in the wrong log."],
    not: ["The lock was held for too long.", "Too much traffic reached one node."],
  },
};
