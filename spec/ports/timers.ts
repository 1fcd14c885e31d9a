// Waiting enters here. A simulated clock fires these in its own time.

export interface TimerHandle {
  cancel(): void;
}

export interface Timers {
  /** Calls `fire` once, no sooner than `delayMs` from now. */
  after(delayMs: number, fire: () => void): TimerHandle;
  /** Calls `fire` each `periodMs`; a late process gets one call, not a burst. */
  every(periodMs: number, fire: () => void): TimerHandle;
}
