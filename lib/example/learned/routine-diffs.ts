/** What a few of the ordinary changes look like from inside. */

export const POOL_NAMES = `diff --git a/pgbouncer/commerce.ini b/pgbouncer/commerce.ini
index 94f3f50..d34d827 100644
--- a/pgbouncer/commerce.ini
+++ b/pgbouncer/commerce.ini
@@ -14,6 +14,7 @@ slots = host=commerce-1 dbname=commerce pool_size=60
 catalogue = host=commerce-1 dbname=commerce pool_size=20
 
 [pgbouncer]
+application_name_add_host = 1
 pool_mode = transaction
 max_client_conn = 2000
 server_idle_timeout = 120
`;

export const LARGER_PAGE = `diff --git a/src/orders/history.ts b/src/orders/history.ts
index 2ef6fb5..2fddc78 100644
--- a/src/orders/history.ts
+++ b/src/orders/history.ts
@@ -17,6 +17,6 @@ export async function orderHistory(customer: string, before?: Cursor) {
   return read.order.findMany({
     where: { customer, ...(before ? { placedAt: { lt: before.placedAt } } : {}) },
     orderBy: { placedAt: "desc" },
-    take: 10,
+    take: 25,
   });
 }
`;

export const HOLD_INDEX = `diff --git a/migrations/0061_hold_expiry.sql b/migrations/0061_hold_expiry.sql
new file mode 100644
index 0000000..ea8a493
--- /dev/null
+++ b/migrations/0061_hold_expiry.sql
@@ -0,0 +1,2 @@
+-- The sweeper reads what ran out; it read the whole table until now.
+create index concurrently hold_expires_at on hold (expires_at);
`;

export const QUIET_LOG = `diff --git a/internal/log/level.go b/internal/log/level.go
index b950fda..5a4519c 100644
--- a/internal/log/level.go
+++ b/internal/log/level.go
@@ -9,7 +9,7 @@ import "log/slog"
 // Level of production: what somebody will read.
 func Level(env string) slog.Level {
 	if env == "production" {
-		return slog.LevelDebug
+		return slog.LevelInfo
 	}
 	return slog.LevelDebug
 }
`;

export const GATEWAY_HEADERS = `diff --git a/listeners/shop.conf b/listeners/shop.conf
index fc39931..416d6f6 100644
--- a/listeners/shop.conf
+++ b/listeners/shop.conf
@@ -31,6 +31,8 @@ server {
   location / {
     proxy_pass http://shop;
     proxy_set_header X-Request-Id $request_id;
-    proxy_read_timeout 60s;
+    proxy_read_timeout 45s;
+    proxy_next_upstream error timeout non_idempotent;
+    proxy_next_upstream_tries 1;
   }
 }
`;
