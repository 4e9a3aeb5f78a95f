/** What runs once the database is migrated and before the first request is answered; gives what ends it (before the database is stopped). */
export async function startup(): Promise<() => Promise<void>> {
  return async () => {};
}
