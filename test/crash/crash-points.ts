// Where a process is made to die: code that kills it, planted in a copy of the build, armed by a file.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plant } from './poisoned.ts';

/** A place on the way of an order. */
export interface CrashPoint extends Omit<Plant, 'planted'> {
  readonly name: string;
  /** JavaScript there: true at the moment that is meant. */
  readonly when: string;
}

const DECISION = `decision.recorded.some(({ event }) => `;
const host = { file: 'gateway/process/desk-host.js' } as const;
export const decided = { ...host, before: 'function record(decision) {' } as const;
export const durable = { ...host, before: 'releases.when(lastSequence, (durably) => {' } as const;
const reported = {
  file: 'gateway/process/venue-host.js',
  before: 'reported: (report) => {',
} as const;
export const is = (event: string): string => `${DECISION}event.type === '${event}')`;

/** In the order of docs/recovery.md. What a decision comes to is not in the journal at `decided`, and is at `durable`. */
export const crashPoints = [
  {
    name: 'read',
    file: 'gateway/process/fix-host.js',
    before: 'function deliver(parts, sessionID, message, session) {',
    when: `message.view.msgType === 'D'`,
  },
  { name: 'order decided', ...decided, when: is('OrderAccepted') },
  { name: 'order durable', ...durable, when: is('OrderAccepted') },
  {
    name: 'order sent',
    file: 'adapters/connection/sockets.js',
    before: 'socket.send(text);',
    when: `text.includes('"order.place"')`,
  },
  {
    name: 'admin message sent',
    file: 'gateway/fix/transport/tcp.js',
    before: 'socket.write(chunks.length === 1 ? first : Buffer.concat(chunks));',
    when: `globalThis.saidHeartbeat === true`,
  },
  { name: 'acknowledgement heard', ...reported, when: `report.type === 'Acknowledged'` },
  { name: 'fill heard', ...reported, when: `report.type === 'Filled'` },
  { name: 'fill decided', ...decided, when: is('ChildFilled') },
  { name: 'fill durable', ...durable, when: is('ChildFilled') },
  { name: 'cancel durable', ...durable, when: is('CancelRequested') },
  {
    name: 'cancel sent',
    file: 'adapters/connection/sockets.js',
    before: 'socket.send(text);',
    when: `text.includes('"order.cancel"')`,
  },
  { name: 'end heard', ...reported, when: `report.type === 'Ended'` },
  { name: 'replace decided', ...decided, when: is('OrderReplaced') },
  { name: 'replace durable', ...durable, when: is('OrderReplaced') },
  {
    name: 'half cancelled',
    ...durable, // The first one's cancel has been sent by then.
    when: `${is('OrderKilled')} && (globalThis.stopped = (globalThis.stopped ?? 0) + 1) === 2`,
  },
  { name: 'time decided', ...decided, when: is('InDoubtOverdue') },
  {
    name: 'within a commit',
    file: 'gateway/journal/lmdb-disk.js',
    before: 'for (const { table, key, value } of writes) {',
    when: 'value !== null',
  },
  {
    name: 'committed',
    file: 'gateway/journal/commits.js',
    before: 'this.#options.disk.commit(writes);',
    when: 'true',
  },
  {
    name: 'snapshot without manifest',
    file: 'gateway/journal/snapshots.js',
    before: 'const digest = written.digest();',
    when: 'true',
  },
  {
    name: 'replaying',
    file: 'gateway/process/recovery.js',
    before: 'replayedRecords += 1;',
    when: 'replayedRecords === 5',
  },
  { name: 'desk started', ...durable, when: is('DeskStarted') },
  { name: 'kill decided', ...decided, when: is('KillEngaged') },
  { name: 'kill durable', ...durable, when: is('KillEngaged') },
  { name: 'limit decided', ...decided, when: is('LimitChanged') },
  { name: 'limit durable', ...durable, when: is('LimitChanged') },
  { name: 'word decided', ...decided, when: is('ChildResolved') },
  {
    name: 'copies numbered',
    file: 'gateway/process/drop-copy-host.js',
    before: 'this.#isSending = false;',
    when: 'copies.length > 0',
  },
  {
    name: 'copies durable',
    file: 'gateway/fix/transport/driver.js',
    before: 'release(ticket) {',
    when: `this.sessionID.includes('RISK') && this.queuedMessages > 0`,
  },
  {
    name: 'copies sent',
    file: 'gateway/process/drop-copy-host.js',
    before: '#take(input) {',
    when: `input.type === 'Committed'`,
  },
] as const satisfies readonly CrashPoint[];

export type CrashPointName = (typeof crashPoints)[number]['name'];

/** What the point of an admin message looks at: the engine has written a Heartbeat in this turn. */
const noteHeartbeats: Plant = {
  file: 'gateway/fix/transport/tcp.js',
  before: 'write(bytes) {',
  planted: `globalThis.saidHeartbeat = Buffer.from(bytes).includes('\\x0135=0\\x01');`,
};

/** The code that kills, for each of the points. */
export function plantsOf(points: readonly CrashPoint[]): readonly Plant[] {
  return points.map(({ name, file, before, when }) => ({
    file,
    before,
    planted:
      `if ((${when}) && process.getBuiltinModule('node:fs').existsSync(` +
      `process.env.CRASH_POINTS + ${JSON.stringify(`/${fileName(name)}`)})) process.kill(process.pid, 'SIGKILL');`,
  }));
}

export const crashPlants: readonly Plant[] = [noteHeartbeats, ...plantsOf(crashPoints)];

function fileName(name: string): string {
  return `crash ${name}`;
}

/** From now on a process whose environment has CRASH_POINTS=`folder` dies there. */
export function arm(folder: string, name: string): void {
  writeFileSync(join(folder, fileName(name)), '');
}

export function disarm(folder: string, name: string): void {
  rmSync(join(folder, fileName(name)));
}
