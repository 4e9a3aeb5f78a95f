import { createHash } from "node:crypto";
import { totalmem } from "node:os";

const MB = 1024 * 1024;
const within = (least: number, value: number, most: number) => Math.round(Math.min(most, Math.max(least, value)));

/** What the embedded PostgreSQL is started with. Nothing is kept in its own files, so a new release may change any of it. */
export function settings({ throwaway }: { throwaway: boolean }): Record<string, string> {
  const memory = totalmem() / MB;
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: throwaway ? "120" : "60",
    shared_buffers: `${within(64, memory / 16, 512)}MB`,
    effective_cache_size: `${within(256, memory / 2, 8192)}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    random_page_cost: "1.1",
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    wal_compression: "on",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    // The log must not hold what people typed: no statements, no details of the rows in an error.
    log_min_messages: "fatal",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(throwaway ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" } : {}),
  };
}

/** A running server is adopted only where it was started with the same settings and binaries. */
export function signatureOf(values: Record<string, string>, binary: string): string {
  return createHash("sha256").update(JSON.stringify(values)).update(binary).digest("hex").slice(0, 16);
}
