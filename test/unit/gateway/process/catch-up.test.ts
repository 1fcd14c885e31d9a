// A client that logs on with a reset gets what it may have missed first, and then what happens: also while the disk is
// behind, and what it missed is on no disk yet; and where retention looks meanwhile.
import { expect, test } from '@jest/globals';
import { MessageWriter, sessionIDOf } from '../../../../gateway/fix/index.ts';
import { openInlineJournal } from '../../../../gateway/journal/index.ts';
import { createAuditTrail } from '../../../../gateway/process/audit-trail.ts';
import type { DeskHost } from '../../../../gateway/process/desk-host.ts';
import { createFixHost } from '../../../../gateway/process/fix-host.ts';
import { putsOf } from '../../../../gateway/process/fix-records.ts';
import { createMessageRates } from '../../../../gateway/process/message-rates.ts';
import { Releases } from '../../../../gateway/process/releases.ts';
import { startRetention } from '../../../../gateway/process/retention.ts';
import { tableNames } from '../../../../gateway/process/tables.ts';
import { fix44 } from '../../../../spec/dictionaries/index.ts';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import { asSessionID } from '../../../../spec/terms/index.ts';
import { memoryDisk } from '../journal/support.ts';
import { MemoryWire, Side, noon } from '../fix/transport/pair.ts';

const SECOND = 1_000_000_000n;
const silent = { error() {}, warn() {}, info() {}, debug() {} };

/** A gateway of one session over a disk that is behind until it is told, and its client, who resets at each logon. */
class Desk {
  readonly clock = { now: noon as EpochNs };
  /** By which the gateway's clock was set forward. */
  ahead = 0n;
  readonly client = new Side('Initiator', this.clock, { settings: { askReset: true } });
  readonly #releases = new Releases();
  readonly #journal = openInlineJournal({
    disk: memoryDisk(),
    tables: tableNames,
    clock: { now: () => this.clock.now, monotonic: () => this.clock.now as never },
    epoch: null,
    commits: 'when-told',
  });
  readonly #clock = {
    now: () => (this.clock.now + this.ahead) as EpochNs,
    monotonic: () => this.clock.now as never,
  };
  readonly #fix = createFixHost({
    sessions: [
      {
        id: asSessionID('ACME'),
        settings: {
          beginString: 'FIX.4.4',
          senderCompID: 'CW',
          targetCompID: 'ACME',
          minHeartBtInt: 1,
          maxHeartBtInt: 60,
        },
        dictionary: fix44,
        username: null,
        password: null,
      },
    ],
    journal: this.#journal,
    clock: this.#clock,
    timers: { after: () => ({ cancel() {} }), every: () => ({ cancel() {} }) },
    log: silent,
    lastTime: noon as EpochNs,
    rates: createMessageRates(),
    audit: createAuditTrail(() => undefined),
    host: () => this.#host,
    seen: () => undefined,
  });
  readonly #writer = new MessageWriter();
  wire: MemoryWire | null = null;

  constructor() {
    this.#journal.onDurable((sequence) => this.#releases.release(sequence));
  }

  /** As much of a desk as a session needs: its changes are appended, and released when they are durable. */
  get #host(): DeskHost {
    const saveSession: DeskHost['saveSession'] = (session, puts = []) => {
      const change = session.takeChanges();
      const all = change === null ? puts : [...putsOf(change), ...puts];
      if (all.length === 0) return;
      const firstSequence = this.#journal.nextSequence;
      const time = this.clock.now;
      const sequence = this.#journal.append({ firstSequence, time, records: [], puts: all });
      if (change !== null) this.#releases.when(sequence, () => session.release(change.ticket));
    };
    return { saveSession } as DeskHost;
  }

  get driver() {
    const [driver] = this.#fix.drivers;
    if (driver === undefined) throw new Error('no session');
    return driver;
  }

  connect(): void {
    this.wire = new MemoryWire();
    this.client.wire = new MemoryWire();
    this.driver.open(this.wire);
    this.client.driver.open(this.client.wire);
    this.carry();
  }

  /** As they go by in peace, with their heartbeats. */
  tenSeconds(): void {
    this.clock.now = (this.clock.now + 10_000_000_000n) as EpochNs;
    this.client.driver.tick();
    this.flush();
  }

  /** Retention that keeps messages for a day, which is a second here; the disk is behind it, and goes on. */
  async retain(): Promise<void> {
    let isOver = false;
    const retention = startRetention({
      config: {
        logDays: null,
        logMaxBytes: null,
        archiveFolder: null,
        messageDays: 1,
        orderDays: null,
      },
      dayNs: SECOND,
      planner: {
        plan: () => Promise.resolve({ type: 'Failed', error: 'the log stays' }),
        close: () => Promise.resolve(),
      },
      journal: this.#journal,
      clock: this.#clock,
      timers: {
        after: (_delayMs, fire) => {
          queueMicrotask(fire);
          return { cancel() {} };
        },
        every: () => ({ cancel() {} }),
      },
      log: silent,
      readers: () => [],
      unconfirmed: () => [],
      watchClock: () => this.#fix.watchClock(),
    });
    const looking = retention.look().finally(() => (isOver = true));
    while (!isOver) {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      this.#journal.commitNow();
    }
    await looking;
    expect(retention.status().failures).toBe(0);
    await retention.close();
  }

  cut(): void {
    this.driver.closed('cut');
    this.client.driver.closed('cut');
    this.wire = null;
    this.client.wire = null;
  }

  report(text: string): void {
    this.driver.send(this.#writer.begin('B').string(148, text).int(33, 1).string(58, text).end());
    this.driver.tick();
  }

  /** All that has been appended is on disk now, and on its way. */
  commit(): void {
    this.driver.tick();
    this.#journal.commitNow();
  }

  /** And has arrived. */
  flush(): void {
    this.commit();
    this.carry();
  }

  carry(): void {
    for (let turn = 0; turn < 100; turn += 1) {
      const [there, back] = [this.client.wire?.written ?? [], this.wire?.written ?? []];
      if (this.client.wire !== null) this.client.wire.written = [];
      if (this.wire !== null) this.wire.written = [];
      for (const bytes of there) this.driver.receive(bytes);
      for (const bytes of back) this.client.driver.receive(bytes);
      if (there.length + back.length === 0) return;
    }
  }
}

test.each([
  ['is on disk', true],
  ['is on no disk yet', false],
])('what was missed and %s comes before what happens after the logon', (_, isFlushed) => {
  const desk = new Desk();
  expect(desk.driver.sessionID).toBe(sessionIDOf(desk.driver.rules.settings));
  desk.connect();
  desk.flush();
  desk.report('heard');
  desk.flush();
  expect(desk.client.received).toEqual(['heard']);
  desk.cut();
  desk.report('missed 1');
  desk.report('missed 2');
  if (isFlushed) desk.flush();
  desk.clock.now = (desk.clock.now + 1_000_000_000n) as EpochNs;
  desk.connect();
  desk.report('after');
  desk.flush();
  desk.flush();
  // Sent within two heartbeat intervals before the cut, `heard` may not have arrived: it is told again.
  expect(desk.client.received).toEqual(['heard', 'heard', 'missed 1', 'missed 2', 'after']);
});

test.each([
  ['short', 1],
  ['long', 12],
])(
  'a clock that is set forward under a %s connection makes nothing pass for known to have arrived',
  (_, tens) => {
    const desk = new Desk();
    desk.connect();
    desk.flush();
    for (let ten = 0; ten < tens; ten += 1) desk.tenSeconds();
    desk.report('missed');
    desk.commit();
    desk.ahead = 110_000_000_000n;
    expect(desk.driver.isConnected).toBe(true);
    desk.cut();
    desk.connect();
    desk.flush();
    expect(desk.client.received).toEqual(['missed']);
  },
);

test.each([
  ['a clock that is set forward under a connection, seen by retention first', false],
  ['a clock that is set forward behind a connection whose end is on no disk yet', true],
])('%s lets nothing go that may not have arrived', async (_, isCut) => {
  const desk = new Desk();
  desk.connect();
  desk.flush();
  desk.report('missed');
  desk.commit();
  if (isCut) desk.cut();
  desk.ahead = 110n * SECOND;
  await desk.retain();
  if (!isCut) desk.cut();
  desk.connect();
  desk.flush();
  expect(desk.client.received).toEqual(['missed']);
});
