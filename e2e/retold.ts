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

/** What a change of that system could have looked like, in the style of a real one: four files, one of them new. */
export const GOSSIP_DIFF = `diff --git a/gossip/state.go b/gossip/state.go
index 7c1d2f0..a94be13 100644
--- a/gossip/state.go
+++ b/gossip/state.go
@@ -18,9 +18,8 @@ type PeerState struct {
 	Epoch   uint64
 	Healthy bool
-	Digest  [16]byte
 }
 
 func (s *PeerState) Merge(other PeerState) bool {
-	if !other.verify() || other.Epoch <= s.Epoch {
+	if other.Epoch <= s.Epoch {
 		return false
 	}
diff --git a/gossip/round.go b/gossip/round.go
index 31b5c8d..f00c2aa 100644
--- a/gossip/round.go
+++ b/gossip/round.go
@@ -40,6 +40,6 @@ func (r *Round) Run(ctx context.Context) error {
 	peers := r.ring.Sample(r.fanout)
 	for _, peer := range peers {
-		if err := r.exchange(ctx, peer, r.limit); err != nil {
+		if err := r.exchange(ctx, peer, unlimited); err != nil {
 			r.suspect(peer)
 		}
 	}
diff --git a/gossip/limits.go b/gossip/limits.go
new file mode 100644
index 0000000..5d9e1c7
--- /dev/null
+++ b/gossip/limits.go
@@ -0,0 +1,4 @@
+package gossip
+
+// unlimited lets a round tell a peer all that it knows.
+const unlimited = 0
diff --git a/deploy/staging.yaml b/deploy/staging.yaml
index 88aa001..91cc302 100644
--- a/deploy/staging.yaml
+++ b/deploy/staging.yaml
@@ -3,4 +3,4 @@ ring:
   name: staging
-  servers: 12
+  servers: 9
   fanout: 3
   gossipEvery: 1s
`;
