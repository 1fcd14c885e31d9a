// The log's port: a constant sentence plus fields under their FIX names.

export type LogFields = Readonly<Record<string, unknown>>;

export interface Log {
  /** Someone must act. */
  error(fields: LogFields, sentence: string): void;
  /** Someone should look. */
  warn(fields: LogFields, sentence: string): void;
  /** A change of state. */
  info(fields: LogFields, sentence: string): void;
  /** The rest. */
  debug(fields: LogFields, sentence: string): void;
}
