/**
 * A public incident, retold in our own words with its facts and times: the object store that stood still for eight hours on 20 July 2008,
 * after Amazon's account of it (status.aws.amazon.com/s3-20080720.html). Times are UTC.
 */
export const TITLE = "The object store refuses almost every request";

const at = (clock: string) => `/at 2008-07-20 ${clock}`;

export const STARTED = "15:40";

export const LINES = {
  impact: `${at("15:50")} /impact Hardly any request gets through, in both regions`,
  engaged: `${at("15:55")} /status investigating People of three teams are on it`,
  hunch: `${at("16:10")} /hunch The network between the data centres drops packets`,
  ruledOut: "between the same hosts other traffic flows without loss",
  evidence: `${at("16:41")} /evidence The servers cannot talk to each other: nearly all of their time goes into gossip about who is healthy`,
  identified: `${at("16:45")} /status identified Gossip feeds on itself`,
  decision: `${at("17:32")} /decision Stop all talk between servers, clear what they believe about each other, and start them anew`,
  quiet: `${at("18:05")} Every server is silent; the state is cleared`,
  talking: `${at("21:20")} Servers talk to each other again, and take requests one rack at a time`,
  later: `${at("15:40")} /known-later A single bit had turned in a handful of gossip messages, and nothing checked them on the way`,
  mitigated: `${at("22:30")} /status mitigated restart Europe is back, America follows`,
  resolved: `${at("23:58")} /status resolved Both regions answer as they always did`,
};

/** What a log of that hour could have said. */
export const LOG = `2008-07-20T15:41:02Z store-a17 gossip: round took 4100 ms
2008-07-20T15:41:09Z store-b02 gossip: round took 5300 ms
2008-07-20T15:42:30Z store-a17 gossip: peer state changed 212 times in one round
2008-07-20T15:43:11Z store-c08 front: no free worker, request refused
2008-07-20T15:44:00Z store-a17 gossip: round took 9800 ms
2008-07-20T15:45:27Z store-d31 front: no free worker, request refused
2008-07-20T15:46:58Z store-b02 gossip: peer store-q??7 is not in the ring
2008-07-20T15:47:40Z store-a17 gossip: giving up on this round`;

/** From the middle of the timeline. */
export const PHRASE = "gossip about who is healthy";
