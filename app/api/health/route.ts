/** The process is alive. Asks nothing of the database: a restart would not mend that. */
export const dynamic = "force-dynamic";
export const GET = () => Response.json({ status: "alive" }, { headers: { "cache-control": "no-store" } });
