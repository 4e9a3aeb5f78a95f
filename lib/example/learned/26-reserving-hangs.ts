import type { ExampleLearned } from "./schema";

/** Still burning: what was found in its first hour, and nothing tidied yet. */
export const reservingHangs: ExampleLearned = {
  changes: [
    {
      key: "sweeper",
      atMin: -95,
      kind: "deploy",
      summary: "slots: the sweeper asks the planner before it frees a hold",
      service: "slots",
      actor: "Deploys",
      before: "slots-2390",
      after: "slots-2391",
      url: "https://git.example.com/marrowfield/slots/-/compare/slots-2390...slots-2391",
      diff: `diff --git a/internal/holds/cleanup.go b/internal/holds/sweeper.go
similarity index 68%
rename from internal/holds/cleanup.go
rename to internal/holds/sweeper.go
index e87d105..01f217b 100644
--- a/internal/holds/cleanup.go
+++ b/internal/holds/sweeper.go
@@ -3,9 +3,25 @@ package holds
 import (
 	"context"
 	"time"
+
+	"example.com/marrowfield/slots/internal/planner"
 )
 
-// Cleanup frees holds that ran out. One short statement.
-func (s *Store) Cleanup(ctx context.Context, now time.Time) (int64, error) {
-	return s.exec(ctx, "delete from hold where expires_at < $1", now)
+// Sweep frees holds that ran out, unless the planner has put the stop on a van already.
+func (s *Store) Sweep(ctx context.Context, now time.Time, routes planner.Client) (freed int64, err error) {
+	err = s.inTx(ctx, func(tx Tx) error {
+		holds, err := tx.query(ctx, "select id from hold where expires_at < $1 for update skip locked limit 50", now)
+		if err != nil {
+			return err
+		}
+		for _, hold := range holds {
+			planned, err := routes.Planned(ctx, hold.ID)
+			if err != nil || planned {
+				continue
+			}
+			freed += tx.exec(ctx, "delete from hold where id = $1", hold.ID)
+		}
+		return nil
+	})
+	return freed, err
 }
diff --git a/internal/planner/client.go b/internal/planner/client.go
new file mode 100644
index 0000000..a4cb94e
--- /dev/null
+++ b/internal/planner/client.go
@@ -0,0 +1,21 @@
+// Package planner asks the route planner about single stops.
+package planner
+
+import (
+	"context"
+	"net/http"
+)
+
+type Client struct {
+	base string
+	http *http.Client
+}
+
+func New(base string) Client {
+	return Client{base: base, http: http.DefaultClient}
+}
+
+// Planned says whether a van has the stop of this hold.
+func (c Client) Planned(ctx context.Context, hold string) (bool, error) {
+	return c.askBool(ctx, "/holds/"+hold+"/planned")
+}
diff --git a/cmd/slots/main.go b/cmd/slots/main.go
index fa4a59b..d6d7c18 100644
--- a/cmd/slots/main.go
+++ b/cmd/slots/main.go
@@ -83,7 +83,7 @@ func main() {
 	go metrics.Serve(cfg.MetricsAddr)
 	if flags.AtStart("hold-sweeper") {
 		go every(ctx, 2*time.Second, func() {
-			freed, err := holds.Cleanup(ctx, time.Now())
+			freed, err := holds.Sweep(ctx, time.Now(), planner.New(cfg.RoutesURL))
 			metrics.Swept(freed, err)
 		})
 	}
`,
      by: "anneke",
      addedAtMin: 21,
      verdict: "suspect",
      why: "It asks the planner inside its transaction, fifty times in a row. 37 sessions wait for just as long as the planner takes.",
    },
    {
      key: "evening-round",
      atMin: -20,
      kind: "traffic",
      summary: "routes: plans a round, p95 of its answers 38 s instead of half of one",
      service: "routes",
      actor: "Nightly jobs",
      before: "p95 0.4 s",
      after: "p95 38 s",
      by: "anneke",
      addedAtMin: 25,
      verdict: "suspect",
      why: "It is slow whenever it plans. Until today nobody who waits for it held a connection.",
    },
    {
      key: "pooler-size",
      atMin: -1_720,
      kind: "config",
      summary: "databases: pool of Slots 50 → 60 server connections",
      service: "databases",
      actor: "Deploys",
      before: "pool_size = 50",
      after: "pool_size = 60",
      diff: `diff --git a/pgbouncer/commerce.ini b/pgbouncer/commerce.ini
index b46c499..b2fc1b2 100644
--- a/pgbouncer/commerce.ini
+++ b/pgbouncer/commerce.ini
@@ -7,7 +7,7 @@
 ;; Server connections, by service.
 [databases]
 orders = host=commerce-1 dbname=commerce pool_size=40
-slots = host=commerce-1 dbname=commerce pool_size=50
+slots = host=commerce-1 dbname=commerce pool_size=60
 catalogue = host=commerce-1 dbname=commerce pool_size=20
 
 [pgbouncer]
`,
      by: "keala",
      addedAtMin: 45,
      verdict: "dismissed",
      why: "Yesterday, in the right direction, and the pool was at a third of it until half past.",
    },
    {
      key: "checkout-copy",
      atMin: -190,
      kind: "deploy",
      summary: "orders: checkout asks for the slot before it asks for the card",
      service: "orders",
      actor: "Deploys",
      before: "orders-3520",
      after: "orders-3521",
      url: "https://git.example.com/marrowfield/orders/-/compare/orders-3520...orders-3521",
      by: "anneke",
      addedAtMin: 47,
      verdict: null,
      why: "",
    },
    {
      key: "sweeper-off",
      atMin: 31,
      kind: "flag",
      summary: "hold-sweeper: on → off",
      service: "slots",
      actor: "Flags",
      before: "on",
      after: "off",
      by: "anneke",
      addedAtMin: 32,
      verdict: null,
      why: "Takes effect pod by pod, as they restart. We shall see.",
    },
  ],
  nothing: [
    {
      atMin: 44,
      kind: "infrastructure",
      by: "keala",
      why: "Cluster, replicas and disks read back to yesterday noon: no failover, no resize, replicas level, disks idle.",
    },
    { atMin: 46, kind: "external", by: "keala", why: "Cloud provider's status page and our own probes of it: all quiet." },
  ],
  factors: [
    {
      key: "inside",
      tag: "resource leak",
      role: "triggered",
      why: "The sweeper keeps a connection of the pool for as long as the planner takes to answer.",
      evidence: [{ entryAtMin: 14 }, { entryAtMin: 24 }, { change: "sweeper", file: "internal/holds/sweeper.go", line: 18 }],
      by: "keala",
    },
  ],
};
