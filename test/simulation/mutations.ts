// Does the simulator find bugs? Each of these is planted into a copy of what was built, and must be
// caught. A check that cannot fail checks nothing.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Mutation {
  readonly bug: string;
  /** In `dist`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Each must be caught within so many seeds. */
const SEEDS = 200;
const COPIED = [
  'spec',
  'risk',
  'router',
  'adapters',
  'gateway',
  'test/simulation',
  'test/fixtures',
];

const mutations: readonly Mutation[] = [
  {
    bug: 'effects do not wait for the disk',
    file: 'gateway/process/desk-host.js',
    from: 'releases.when(lastSequence, (durably) => {',
    to: '((act) => act((value) => value))((durably) => {',
  },
  {
    bug: 'an order that ends keeps its reservation',
    file: 'gateway/desk/evolve/state.js',
    from: 'state.exposures.set(key, moveExposure(exposure, before, after));',
    to: 'if (after !== null) state.exposures.set(key, moveExposure(exposure, before, after));',
  },
  {
    bug: 'a fill that is reported twice is booked twice',
    file: 'gateway/desk/decide/report-from-venue.js',
    from: 'if (known !== undefined) {',
    to: 'if (known !== undefined && known.lastQty < 0n) {',
  },
  {
    bug: 'a child in doubt is taken for absent, and sent again',
    file: 'gateway/desk/decide/report-from-venue.js',
    from: "draft.emit({ type: 'ChildPutInDoubt', orderID, childID, cause: report.cause });\n            return;",
    to: "draft.emit({ type: 'ChildProvenAbsent', orderID, childID, evidence: '' });\n            settle(draft, { text: '', mayGoOn: true });\n            return;",
  },
  {
    bug: 'the mark of what is in the tables is ahead of them',
    file: 'gateway/journal/folding.js',
    from: 'through = Math.min(through, since - 1);',
    to: 'through = Math.max(through, since - 1);',
  },
  {
    bug: 'the number of a message is not durable with what it did',
    file: 'gateway/process/fix-records.js',
    from: '[epoch, nextInMsgSeqNum, reservedOutEnd]',
    to: '[epoch, Math.max(1, nextInMsgSeqNum - 1), reservedOutEnd]',
  },
  {
    bug: 'a child ends when the venue says so, not when its fills are there',
    file: 'gateway/desk/decide/report-from-venue.js',
    from: 'else if (said !== null && child.cumQty >= said.finalCumQty) {',
    to: 'else if (said !== null) {',
  },
  {
    bug: 'replay skips the first record behind the snapshot',
    file: 'gateway/process/recovery.js',
    from: '(snapshot?.sequence ?? 0) + 1',
    to: '(snapshot === null ? 1 : snapshot.sequence + 2)',
  },
  {
    bug: 'an order that has ended is not found until its end is durable',
    file: 'gateway/process/cold-orders.js',
    from: 'const fresh = this.#byChildID.get(childID);',
    to: 'const fresh = undefined;',
  },
  {
    bug: 'a snapshot removes the parts of another one',
    file: 'gateway/journal/core.js',
    from: 'this.#snapshots.then(store, store)',
    to: 'store()',
  },
  {
    bug: 'a cancel whose outcome is unknown is never sent again',
    file: 'gateway/desk/decide/tick-order.js',
    from: "cancelChildren(draft, 'again')",
    to: "cancelChildren(draft, 'fresh')",
  },
  {
    bug: 'what the siblings of a child are open for is forgotten',
    file: 'gateway/desk/decide/order-kind.js',
    from: 'const free = order.leavesQty - openQtyOf(order);',
    to: 'const free = order.leavesQty;',
  },
  {
    bug: 'a sibling that its venue called dead frees its quantity before its fills are there',
    file: 'gateway/desk/decide/order-kind.js',
    from: "if (child.phase !== 'Ended')\n            openQty",
    to: "if (child.phase !== 'Ended' && child.endReported === null)\n            openQty",
  },
  {
    bug: 'a venue that is stopped by its kill switch gets children',
    file: 'gateway/desk/decide/venues-for.js',
    from: 'else if (killAt(state.kills.values(), venueID) !== null) {',
    to: 'else if (killAt([], venueID) !== null) {',
  },
  {
    bug: 'a kill switch is not in the snapshot',
    file: 'gateway/desk/evolve/state.js',
    from: 'kills: [...state.kills.values()],',
    to: 'kills: [],',
  },
  {
    bug: 'an order that a kill switch has stopped is not cancelled',
    file: 'gateway/desk/decide/settle.js',
    from: 'if (order.killedBy !== null)\n        return true;',
    to: '',
  },
  {
    bug: 'reports of the epoch before do not follow the logon',
    file: 'gateway/process/fix-host.js',
    from: 'sentSince(parts.journal, { sessionID, fromEpoch, toEpoch, cutoff })',
    to: '[]',
  },
];

function planted(mutation: Mutation, folder: string): void {
  for (const one of COPIED) {
    const source = join('dist', one);
    cpSync(source, join(folder, 'dist', one), { recursive: true, filter: isWanted });
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'dist', mutation.file);
  const before = readFileSync(file, 'utf8');
  const parts = before.split(mutation.from);
  if (parts.length !== 2) {
    throw new Error(
      `${mutation.file}: found ${parts.length - 1} times, expected once: ${mutation.from}`,
    );
  }
  writeFileSync(file, parts.join(mutation.to));
}

function isWanted(path: string): boolean {
  return !path.endsWith('.map') && !path.endsWith('.d.ts');
}

/** Which seed caught it, and by which rule; null: none did. */
function caught(mutation: Mutation): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-mutation-'));
  try {
    planted(mutation, folder);
    const main = join(folder, 'dist/test/simulation/main.js');
    const { stdout } = spawnSync(
      process.execPath,
      [main, '--seed', '1', '--seeds', String(SEEDS), '--until-failure'],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    return /^seed \d+ failed: .*/m.exec(stdout)?.[0] ?? null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let passed = 0;
let failed = 0;
for (const mutation of mutations) {
  const found = caught(mutation);
  if (found === null) failed += 1;
  else passed += 1;
  const verdict = found === null ? `NOT CAUGHT in ${SEEDS} seeds` : found.slice(0, 160);
  console.log(`${mutation.bug}\n    ${verdict}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
