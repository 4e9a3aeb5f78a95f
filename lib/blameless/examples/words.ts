/** Sentences that a rule must speak to, and those that look like them and must be left in peace. Read by tests and by the page of rules, never by the worker. */
export interface Examples {
  fires: readonly string[];
  not: readonly string[];
}
