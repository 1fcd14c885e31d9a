// What the system says of a file that a command was given.

/** Whether the system refused what was asked of a file, with a code of its own. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
