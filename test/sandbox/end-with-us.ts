// Processes that end when the one that started them does, however early: those of a group of their own would go on.

import type { ChildProcess } from 'node:child_process';

const started = new Map<ChildProcess, NodeJS.Signals>();
let isWatched = false;

export function endWithUs(child: ChildProcess, signal: NodeJS.Signals): ChildProcess {
  started.set(child, signal);
  child.once('exit', () => started.delete(child));
  if (!isWatched) process.once('exit', () => started.forEach((how, one) => one.kill(how)));
  isWatched = true;
  return child;
}

/** A signal ends this process in order, so that what listens to its end hears of it. Gives what takes that back. */
export function endOnSignals(): () => void {
  const terminated = (): void => process.exit(143);
  const interrupted = (): void => process.exit(130);
  process.once('SIGTERM', terminated);
  process.once('SIGINT', interrupted);
  return () => {
    process.off('SIGTERM', terminated);
    process.off('SIGINT', interrupted);
  };
}
