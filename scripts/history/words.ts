import { Chance } from "./random";

/** The commonest first: what people write in timelines. Frequencies follow Zipf's law, so that some words stand nearly everywhere and most nearly nowhere. */
const COMMON = `the to of and in on for is we it at from was after with not but still now all are this that by no be as again only than more have has
errors latency traffic service requests database pool queue deploy timeout restart seeing pods error checking back up down rate connections cache customers
memory replica load node cluster looks checked since before first last since about failing slow healthy alert dashboard graph logs metrics team region
region-b increased dropped normal recovered rolling rollback config flag change changed disabled enabled retries retry backlog consumer producer broker
lag disk cpu usage full limit quota throttled certificate expired renewed dns resolver gateway proxy upstream downstream health check checks probe
payment checkout orders login session token user users mobile web api client server version release build pipeline migration schema index query lock locks
deadlock transaction vacuum failover primary standby backup restore storage bucket object file upload download network packet loss route routing firewall
rule vendor provider status page support tickets reports report reported confirmed suspect suspected cause ruled out found reproduced cannot could would
should need needs waiting wait minutes minute seconds hours hour today yesterday morning night peak spike growing falling steady stuck blocked draining
drained scaled scaling capacity instances instance container kernel socket thread threads heap garbage collection leak exhausted saturation saturated
partition offset rebalancing stream batch job jobs cron nightly import export report invoice email mail notification webhook search catalogue stock price
inventory delivery driver driver-app kitchen warehouse picking scanner label printer store depot slot booking refund card processor authorisation
permission permissions role access secret rotated key keys vault audit policy region zone availability edge cdn purge stale invalidated header
cookie redirect loop regression test tests staging canary rollout percent half quarter third one two three four five ten twenty hundred thousand
dead letter poison message payload body size large small empty missing null duplicate duplicates idempotent ordering clock drift timezone daylight
encoding unicode parsing malformed truncated rounding overflow negative threshold window average median p95 p99 histogram alerting silence noise runbook
step manual script operator command console terminal tunnel bastion image registry pull pulled tag pinned rebuilt replaced hardware firmware controller
switch link optical fiber fibre cable power supply cooling rack host hypervisor guest scheduler evicted preempted priority budget burn slo objective
review approved merged branch commit author reviewer oncall pager page paged handed over handover shift sleeping coffee thanks good idea watching
watch monitor monitoring quiet calm stable unstable flapping intermittent sporadic consistent isolated widespread partial total outage degradation degraded
impact impacted affected unaffected workaround fix fixed patch patched hotfix revert reverted restored resumed paused stopped started starting killed
reached exceeded breached crossed raised lowered doubled halved tuned adjusted experiment hypothesis evidence trace span sampled profile profiler flame`;

const SYLLABLES =
  "ba be bo da den dor el fa fen gal gor ha hel in jo ka kel kor la len lo ma mer min mo na nel nor o pa per pol qua ra ren ri ro sa sel sol ta ter tin to tra u va ven vi vor wa wen xa yo za zel".split(
    " ",
  );
const VOCABULARY = 40_000;

function vocabulary(): string[] {
  const words = [...new Set(COMMON.split(/\s+/))];
  const known = new Set(words);
  const chance = new Chance(7);
  while (words.length < VOCABULARY) {
    let word = "";
    for (let i = chance.whole(2, 4); i > 0; i--) word += chance.pick(SYLLABLES);
    if (chance.chance(0.06)) word += `_${chance.pick(["v2", "id", "count", "ms", "pool", "retry", "total", "enabled"])}`;
    else if (chance.chance(0.03)) word = `E${chance.whole(1000, 99999)}`;
    else if (chance.chance(0.02)) word = `${word}é`;
    if (!known.has(word)) words.push(word);
    known.add(word);
  }
  return words;
}

export const WORDS = vocabulary();

const CUMULATED = (() => {
  const sums = new Float64Array(WORDS.length);
  let sum = 0;
  for (let rank = 0; rank < WORDS.length; rank++) sums[rank] = sum += (rank + 2.7) ** -1.1;
  for (let rank = 0; rank < WORDS.length; rank++) sums[rank]! /= sum;
  return sums;
})();

export function zipf(chance: Chance): string {
  const at = chance.unit();
  let low = 0;
  let high = CUMULATED.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (CUMULATED[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return WORDS[low]!;
}

export function sentence(chance: Chance, from: number, to: number): string {
  let text = "";
  for (let left = chance.whole(from, to); left > 0; left--) text += (text ? (chance.chance(0.07) ? ", " : " ") : "") + zipf(chance);
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** What an incident of the made history shows, measures, and has done about it. */
export const SYMPTOMS = [
  "latency above objective",
  "error rate climbing",
  "timeouts",
  "not reachable",
  "queue growing",
  "connection pool exhausted",
  "stale answers",
  "double charges",
  "lost messages",
  "failing deploy",
  "certificate about to expire",
  "disk nearly full",
  "slow queries",
  "memory leak",
  "retries piling up",
];
export const METRICS = ["error_rate", "latency_p99", "queue_depth", "pool_in_use", "cpu_steal", "heap_used", "lag_seconds", "disk_used"];
export const DO = [
  "Restarting",
  "Scaling out",
  "Rolling back",
  "Turning the flag off for",
  "Draining",
  "Failing over",
  "Raising the limit of",
  "Purging the cache of",
];
