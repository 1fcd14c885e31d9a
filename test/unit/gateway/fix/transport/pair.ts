// Two drivers joined by a wire in memory, each with a disk that can be behind, and a clock for both.

import { fix44, Tag } from '../../../../../spec/dictionaries/index.ts';
import type { EpochNs, Log } from '../../../../../spec/ports/index.ts';
import { MessageWriter } from '../../../../../gateway/fix/codec/message-writer.ts';
import {
  defaultSessionSettings,
  type SessionSettings,
} from '../../../../../gateway/fix/session/settings.ts';
import { memoryStore, type SessionChange } from '../../../../../gateway/fix/store.ts';
import { SessionDriver } from '../../../../../gateway/fix/transport/driver.ts';
import {
  defaultDriverLimits,
  type DriverLimits,
} from '../../../../../gateway/fix/transport/driver-parts.ts';

export const noon = 1_795_262_400_000_000_000n;

const silent: Log = { error() {}, warn() {}, info() {}, debug() {} };

/** One wire's end: what was written stays here until it is carried over. */
export class MemoryWire {
  written: Uint8Array[] = [];
  isEnded = false;
  isDestroyed = false;
  /** A peer that does not read. */
  isStuck = false;
  /** We do not. */
  isPaused = false;

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  write(bytes: Uint8Array): boolean {
    this.written.push(bytes);
    return true;
  }

  get queuedBytes(): number {
    return this.isStuck ? this.written.reduce((sum, { length }) => sum + length, 0) : 0;
  }

  end(): void {
    this.isEnded = true;
  }

  destroy(): void {
    this.isDestroyed = true;
  }
}

export interface SideOptions {
  readonly settings?: Partial<SessionSettings>;
  readonly limits?: Partial<DriverLimits>;
  /** Changes become durable only by `flush`. */
  readonly lazyDisk?: boolean;
  readonly soon?: (run: () => void) => void;
}

/** One process: what it holds in memory dies with `crash`, what is flushed does not. */
export class Side {
  readonly store = memoryStore();
  readonly options: SideOptions;
  readonly role: 'Acceptor' | 'Initiator';
  readonly clock: { now: EpochNs };
  driver: SessionDriver;
  wire: MemoryWire | null = null;
  /** The next decision throws. */
  fails = false;
  /** Texts that were delivered, with those that are durable first. */
  received: string[] = [];
  durableReceived: string[] = [];
  #waiting: SessionChange[] = [];
  readonly #writer = new MessageWriter();

  constructor(role: 'Acceptor' | 'Initiator', clock: { now: EpochNs }, options: SideOptions = {}) {
    this.role = role;
    this.clock = clock;
    this.options = options;
    this.driver = this.#start();
  }

  /** A report whose text is told apart from all others. */
  send(text: string): void {
    this.driver.send(
      this.#writer.begin('B').string(Tag.Headline, text).int(33, 1).string(58, text).end(),
    );
  }

  /** Commits what waits, and releases it. */
  flush(): void {
    for (
      let change = this.driver.takeChanges();
      change !== null;
      change = this.driver.takeChanges()
    )
      this.#waiting.push(change);
    const batch = this.#waiting;
    this.#waiting = [];
    for (const change of batch) this.store.apply(change);
    if (batch.length > 0) this.durableReceived = [...this.received];
    for (const change of batch) this.driver.release(change.ticket);
  }

  /** The process dies and starts again: memory as the disk has it. */
  crash(): void {
    this.#waiting = [];
    this.wire = null;
    this.received = [...this.durableReceived];
    this.driver = this.#start();
  }

  #start(): SessionDriver {
    const [senderCompID, targetCompID] = this.role === 'Acceptor' ? ['CW', 'ACME'] : ['ACME', 'CW'];
    return new SessionDriver({
      rules: {
        settings: {
          ...defaultSessionSettings,
          role: this.role,
          beginString: 'FIX.4.4',
          senderCompID,
          targetCompID,
          ...this.options.settings,
        },
        dictionary: fix44,
        authenticate: () => true,
      },
      store: this.store,
      application: {
        deliver: ({ view }) => {
          if (this.fails) throw new Error('decided badly');
          this.received.push(view.string(Tag.Headline) ?? view.msgType);
        },
        loggedOn() {},
        loggedOff() {},
      },
      gate: {
        changesWaiting: () => {
          if (this.options.lazyDisk !== true) this.flush();
        },
      },
      clock: { now: () => this.clock.now },
      log: silent,
      limits: { ...defaultDriverLimits, ...this.options.limits },
      ...(this.options.soon === undefined ? {} : { soon: this.options.soon }),
    });
  }
}

/** An initiator and an acceptor, and the cable between them. */
export class Pair {
  readonly clock = { now: noon as EpochNs };
  readonly client: Side;
  readonly gateway: Side;

  constructor(options: { readonly client?: SideOptions; readonly gateway?: SideOptions } = {}) {
    this.client = new Side('Initiator', this.clock, options.client);
    this.gateway = new Side('Acceptor', this.clock, options.gateway);
  }

  connect(): void {
    this.client.wire = new MemoryWire();
    this.gateway.wire = new MemoryWire();
    this.gateway.driver.open(this.gateway.wire);
    this.client.driver.open(this.client.wire);
  }

  get isConnected(): boolean {
    return this.client.wire !== null && this.gateway.wire !== null;
  }

  /** Carries what was written once each way. False: there was nothing. */
  carry(): boolean {
    const there = carryOver(this.client, this.gateway);
    const back = carryOver(this.gateway, this.client);
    this.#hangUp();
    return there || back;
  }

  /** Carries until both are quiet. */
  settle(): void {
    for (let turn = 0; turn < 1000; turn += 1) if (!this.carry()) return;
    throw new Error('the two do not come to rest');
  }

  cut(): void {
    for (const side of [this.client, this.gateway]) {
      side.wire = null;
      side.driver.closed('cut');
    }
  }

  pass(seconds: number): void {
    this.clock.now = (this.clock.now + BigInt(seconds) * 1_000_000_000n) as EpochNs;
    this.client.driver.tick();
    this.gateway.driver.tick();
  }

  #hangUp(): void {
    const ended = [this.client.wire, this.gateway.wire].some(
      (wire) => wire?.isEnded || wire?.isDestroyed,
    );
    if (ended) this.cut();
  }
}

function carryOver(from: Side, to: Side): boolean {
  const bytes = from.wire?.written ?? [];
  if (from.wire !== null) from.wire.written = [];
  if (to.wire !== null) for (const chunk of bytes) to.driver.receive(chunk);
  return bytes.length > 0;
}
