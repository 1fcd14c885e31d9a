// The last line of a jest run, which the runner of suites reads.

/** What of jest's result the line needs. */
export interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** `N passed, N failed`. A file that could not be run counts as one failure. */
export function countLine(totals: Totals): string {
  const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites;
  return `${totals.numPassedTests} passed, ${failed} failed`;
}

/** The form that jest asks for: a class, made once a run. jest puts its own summary after all others: hence at exit. */
export default class CountReporter {
  onRunComplete(_contexts: unknown, totals: Totals): void {
    process.once('exit', () => process.stdout.write(`${countLine(totals)}\n`));
  }
}
