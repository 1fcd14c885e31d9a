// How often a snapshot is written, and how: a restart replays what is behind the newest, and all of its bytes are
// written, of orders that have not changed too.

/** Some 0.15 s of a restart. */
const LEAST_RECORDS = 10_000;
/** With 100,000 open orders 28 MB each 25,000 records: about what the log itself writes for them. */
const RECORDS_AN_ORDER = 0.25;

/** Records between two snapshots. */
export function snapshotEvery(openOrders: number): number {
  return Math.max(LEAST_RECORDS, RECORDS_AN_ORDER * openOrders);
}
