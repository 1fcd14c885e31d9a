// A risk system: a FIX initiator that is told of every report, and keeps what it is told. It leaves and
// comes back, crashes with what it had not written down, resets its numbers, and may read slowly.

import {
  type Deliver,
  type Initiator,
  type KeepingStore,
  SessionDriver,
  defaultSessionSettings,
  initiate,
  memoryGate,
  memoryStore,
} from '../../gateway/fix/index.ts';
import { MsgType, Tag } from '../../spec/dictionaries/index.ts';
import type { Chance } from './chance.ts';
import { gatewayCompID, readable } from './client.ts';
import type { SimulatedNetwork } from './network.ts';
import { toldBy } from './told.ts';
import { type Speech, type Spoken, in44, speechOf, spokenBy } from './versions.ts';
import { Broken, type Life, type World } from './world.ts';

/** How one behaves, drawn once. */
export interface DropCopyTerms {
  readonly name: string;
  /** Gets the reports of children too. */
  readonly children: boolean;
  readonly resets: boolean;
  /** A crash takes what it was told since it last wrote down. */
  readonly forgets: boolean;
  /** Bytes that reach it in a millisecond; null: as many as are sent. */
  readonly bytesPerMs: number | null;
}

/** Each so many of 1,000 steps. */
const CRASHES = 3;
const LEAVES = 3;
/** It writes down what it was told, in copies. */
const WRITES_DOWN_EVERY = 7;
const HEART_BT_INT_S = 5;

/** What one copy said. */
interface Copy {
  readonly execID: string;
  readonly told: string;
}

export class SimulatedDropCopy {
  readonly terms: DropCopyTerms;
  readonly #world: World;
  readonly #network: SimulatedNetwork;
  readonly #chance: Chance;
  readonly #speech: Speech;
  readonly #store: KeepingStore = memoryStore();
  /** In the order in which they were first told. */
  #copies: Copy[] = [];
  readonly #byExecID = new Map<string, string>();
  /** ExecIDs, of what it forgot too. */
  readonly everTold = new Set<string>();
  #writtenDown = { copies: 0, nextInMsgSeqNum: 1, epoch: 0 };
  #life: Life;
  #driver: SessionDriver | null = null;
  #initiator: Initiator | null = null;
  #starts = 0;

  constructor(terms: DropCopyTerms, world: World, around: DropCopyPlace) {
    this.terms = terms;
    this.#world = world;
    this.#network = around.network;
    this.#chance = around.chance;
    this.#speech = speechOf(terms.name, around.spoken);
    world.count(spokenBy('drop copy', this.#speech.version));
    this.#life = { name: terms.name, isOver: false };
    if (terms.resets) world.count('drop copy: resets at each logon');
    if (terms.forgets) world.count('drop copy: forgets with a crash');
    if (terms.bytesPerMs !== null) world.count('drop copy: slow');
    this.#start();
  }

  get isLoggedOn(): boolean {
    return this.#driver?.state.phase === 'LoggedOn';
  }

  /** What was told, by ExecID. */
  get told(): ReadonlyMap<string, string> {
    return this.#byExecID;
  }

  /** Once a step, while there are faults. */
  act(): void {
    if (this.#driver === null) return;
    if (this.#world.fault(CRASHES, 'drop copy: crashed', this.#chance)) return this.#crash();
    if (this.#world.fault(LEAVES, 'drop copy: away', this.#chance)) this.#leave();
  }

  #start(): void {
    this.#starts += 1;
    const { name, resets, bytesPerMs } = this.terms;
    const world = this.#world;
    this.#life = { name: `${name} ${this.#starts}`, isOver: false };
    const driver = new SessionDriver({
      rules: {
        settings: {
          ...defaultSessionSettings,
          role: 'Initiator',
          beginString: this.#speech.beginString,
          senderCompID: name,
          targetCompID: gatewayCompID,
          heartBtInt: HEART_BT_INT_S,
          askReset: resets,
        },
        dictionary: this.#speech.dictionary,
        authenticate: () => true,
      },
      store: this.#store,
      clock: world.clock(),
      log: world.log(name),
      gate: memoryGate(this.#store),
      application: {
        deliver: (message) => this.#heard(message),
        loggedOn: (_, { epochOpened }) =>
          world.tell(name, `is logged on${epochOpened ? ', in a new epoch' : ''}`),
        loggedOff: (_, reason) => world.tell(name, `is logged off: ${reason}`),
      },
    });
    this.#driver = driver;
    this.#initiator = initiate({
      network: this.#network.of(this.#life, bytesPerMs),
      timers: world.timers(this.#life, 'in passing'),
      log: world.log(name),
      address: { host: 'gateway', port: 9_876 },
      session: driver,
      limits: { tickMs: 1_000, reconnectMs: 200, maxReconnectMs: 2_000 },
    });
  }

  #crash(): void {
    this.#over();
    const { name, forgets } = this.terms;
    const { copies, nextInMsgSeqNum, epoch } = this.#writtenDown;
    const kept = forgets ? this.#store.load(this.#sessionID) : null;
    // What it had sent of its own is written first, by any engine: its numbers never go back.
    if (kept !== null && kept.epoch === epoch) {
      for (const { execID } of this.#copies.splice(copies)) this.#byExecID.delete(execID);
      this.#store.apply({
        ...kept,
        nextInMsgSeqNum,
        sessionID: this.#sessionID,
        messages: [],
        ticket: 0,
      });
    }
    this.#world.tell(name, () => `crashes, with ${this.#copies.length} copies written down`);
    this.#comesBack(this.#chance.between(100, 8_000));
  }

  #leave(): void {
    this.#initiator?.close('see you');
    this.#world.tell(this.terms.name, 'leaves');
    const life = this.#life;
    this.#world.after(life, 1_000, () => {
      this.#over();
      this.#comesBack(this.#chance.between(1_000, 40_000));
    });
    this.#driver = null;
  }

  #over(): void {
    this.#life.isOver = true;
    this.#driver = null;
    this.#network.died(this.#life);
  }

  #comesBack(delayMs: number): void {
    const between: Life = { name: this.terms.name, isOver: false };
    this.#world.after(between, delayMs, () => this.#start());
  }

  get #sessionID(): string {
    return `${this.#speech.beginString}:${this.terms.name}->${gatewayCompID}`;
  }

  #heard({ view, msgSeqNum, possDup, possResend }: Deliver): void {
    const { name } = this.terms;
    const how = possDup ? ' again' : possResend ? ' perhaps again' : '';
    this.#world.tell(name, () => `hears ${msgSeqNum}${how} ${readable(view.message)}`);
    if (view.msgType !== MsgType.ExecutionReport) {
      throw new Broken('a drop copy gets reports and nothing else', readable(view.message));
    }
    const field = in44(this.#speech.version, (tag) => view.string(tag) ?? '');
    const execID = field(Tag.ExecID);
    const told = toldBy(field);
    const before = this.#byExecID.get(execID);
    if (before === undefined) this.#new({ execID, told });
    else if (before !== told) {
      throw new Broken('I2', `${name}: ExecID ${execID} came back as ${told}, it was ${before}`);
    } else if (!possDup && !possResend) {
      throw new Broken('I2', `${name}: ExecID ${execID} was told twice`);
    }
    this.#writeDown(msgSeqNum);
  }

  /** In order: by the journal's sequence, then by the ordinal within. */
  #new(copy: Copy): void {
    const last = this.#copies.at(-1);
    if (last !== undefined && !isBefore(last.execID, copy.execID)) {
      const { name } = this.terms;
      throw new Broken(
        'drop copies come in order',
        `${name}: ${copy.execID} behind ${last.execID}`,
      );
    }
    this.#copies.push(copy);
    this.everTold.add(copy.execID);
    this.#byExecID.set(copy.execID, copy.told);
    this.#world.count('drop copy: copies');
  }

  /** What it wrote down of an epoch is of no use in another. */
  #writeDown(msgSeqNum: number): void {
    if (this.#copies.length - this.#writtenDown.copies < WRITES_DOWN_EVERY) return;
    const epoch = this.#driver?.state.epoch ?? 0;
    this.#writtenDown = { copies: this.#copies.length, nextInMsgSeqNum: msgSeqNum + 1, epoch };
  }
}

export interface DropCopyPlace {
  readonly network: SimulatedNetwork;
  readonly chance: Chance;
  readonly spoken: Spoken;
}

function isBefore(a: string, b: string): boolean {
  const [, sequenceA = 0, ordinalA = 0] = a.split('-').map(Number);
  const [, sequenceB = 0, ordinalB = 0] = b.split('-').map(Number);
  return sequenceA < sequenceB || (sequenceA === sequenceB && ordinalA < ordinalB);
}
