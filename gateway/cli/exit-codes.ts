// What the end of a command says to a script.

export const ExitCode = {
  Done: 0,
  /** A check did not hold: a configuration, a journal. */
  FailedCheck: 1,
  /** The command line itself. */
  Usage: 2,
  /** Asked and refused: an order, a folder that another gateway has. */
  Refused: 3,
  Unreachable: 4,
  /** Sent, outcome not known. */
  InDoubt: 5,
  /** The disk failed a running desk: nothing that it had not confirmed was told to anyone. */
  JournalFailed: 6,
  /** A command broke an invariant of a running desk: the next start refuses that command. */
  DeskStopped: 7,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
