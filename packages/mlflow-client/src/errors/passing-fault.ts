/** Texts of faults that pass by themselves, whatever status they come with (MLflow answers some with 400 or 500). */
const PASSING =
  /QueuePool limit|database is locked|deadlock detected|too many (?:clients|connections)|terminating connection due to|server closed the connection unexpectedly|the database system is (?:starting up|shutting down|in recovery)/i;

/** Of these, the ones raised before anything was written: the request did certainly not happen. */
const REFUSED = /QueuePool limit|database is locked|too many (?:clients|connections)/i;

/** Whether an error body tells of a fault of the server's database that waiting cures. */
export function isPassingFault(body: string): boolean {
  return PASSING.test(body);
}

/** Whether an error body tells that the server had no connection to even begin with the work. */
export function isRefusedBeforeWork(body: string): boolean {
  return REFUSED.test(body);
}
