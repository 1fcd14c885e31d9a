// What the doctor says of one thing that it looked at.

/** One line. `remedy` is empty where nothing is to be done. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly found: string;
  readonly remedy: string;
}
