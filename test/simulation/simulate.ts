// One run: a seed's world, played to its end. Faults for so many steps, then peace, in which everything
// must come to an end; checked all the while from outside.

import type { OrderID } from '../../spec/terms/index.ts';
import { listing, otherListing } from '../fixtures/desk.ts';
import { stateHash } from '../../gateway/desk/index.ts';
import { JournalCorrupt } from '../../gateway/journal/index.ts';
import { SimulatedClient, isOver } from './client.ts';
import { SimulatedChainVenue } from './chain-venue.ts';
import { ModelledDisk } from './disk.ts';
import { type SimulatedGateway, type Surroundings, startGateway } from './gateway.ts';
import { SimulatedDropCopy } from './drop-copy.ts';
import { type WhatIsLeft, checkEnd, checkResting, isAtRest, wantedCopies } from './ending.ts';
import { SimulatedNetwork } from './network.ts';
import { CLIENTS, type Parts, partsOf } from './parts.ts';
import { type Floor, SimulatedVenue } from './venue.ts';
import { SimulatedOperator } from './operator.ts';
import { ArchiveFolder, TrimWatch } from './retention.ts';
import { type Death, Undurable, rowsAt } from './rows.ts';
import { speechOf } from './versions.ts';
import { Witness } from './witness.ts';
import { Broken, type Life, type Line, World } from './world.ts';

export interface RunOptions {
  readonly seed: number;
  /** Steps with faults; those without come on top. */
  readonly steps: number;
  readonly isVerbose: boolean;
  /** Without the parts that not every world has. */
  readonly isPlain?: boolean;
  /** Happenings that do not come to pass, by their number. */
  readonly without?: ReadonlySet<number>;
}

export interface Run {
  readonly seed: number;
  /** Null where everything held. */
  readonly failure: { readonly rule: string; readonly what: string } | null;
  readonly counts: ReadonlyMap<string, number>;
  readonly lines: readonly Line[];
  readonly seconds: number;
  /** What may be left out of the story, by its number. */
  readonly happened: readonly string[];
}

/** Simulated seconds within which everything must have come to its end once there is peace. */
const PEACE_SECONDS = 240;
/** A minute more, and clients would take our SendingTime(52) for wrong, as they have to: two minutes are allowed. */
const MOST_SKEW_NS = 40_000_000_000n;
/** Longer than a report can be late behind a fill that is late itself. */
const LAST_WORDS_SECONDS = 10;
/** MsgTypes(35) of the session layer. */
const ADMIN: ReadonlySet<string> = new Set(['0', '1', '2', '3', '4', '5', 'A']);
/** The live state is compared with the durable events' this often, in steps. */
const COMPARE_EVERY = 25;

export async function simulate(options: RunOptions): Promise<Run> {
  const { seed, isPlain = false } = options;
  const parts = partsOf(seed, isPlain);
  const world = new World(seed, { ...options, dayEnds: parts.dayEnds, isRare: parts.isRare });
  const result = (failure: Run['failure']): Run => {
    const { counts, lines, seconds, happened } = world;
    return { seed, failure, counts, lines, seconds, happened };
  };
  const archives = new ArchiveFolder();
  try {
    await new Play(world, { seed, parts, archives }).run(options.steps);
    return result(null);
  } catch (error) {
    if (error instanceof Broken) return result({ rule: error.rule, what: error.message });
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return result({ rule: 'nothing throws', what });
  } finally {
    archives.remove();
  }
}

interface Setting {
  readonly seed: number;
  readonly parts: Parts;
  readonly archives: ArchiveFolder;
}

class Play {
  readonly #world: World;
  readonly #witness: Witness;
  readonly #trims: TrimWatch;
  readonly #around: Surroundings;
  readonly #clients: readonly SimulatedClient[];
  #copies: readonly SimulatedDropCopy[] = [];
  readonly #operator: SimulatedOperator;
  readonly #fate: Life = { name: 'fate', isOver: false };
  #gateway: SimulatedGateway | null = null;
  #processes = 0;
  /** The process at hand, or the one before. */
  #startedAt = 0n;
  #isCommitPlanned = false;
  /** Of the process at hand. */
  #undurable = new Undurable();
  #isListening = false;
  #inSnapshot = false;
  /** An admin message has left since the last commit. */
  #adminSent = false;
  #broken: unknown = null;
  readonly #lied = new Set<OrderID>();

  constructor(world: World, { seed, parts, archives }: Setting) {
    this.#world = world;
    this.#operator = new SimulatedOperator(world, seed, CLIENTS);
    this.#witness = new Witness(world);
    const disk = new ModelledDisk(
      world,
      (writes) => {
        this.#adminSent = false;
        this.#guard(() => this.#witness.committed(writes));
        this.#guard(() => this.#trims.committed(writes));
      },
      () => world.isRare && this.#undurable.has(['TransactionSigned']),
    );
    this.#trims = new TrimWatch({
      world,
      disk: disk.open({ name: 'outside', isOver: false }),
      witness: this.#witness,
      terms: parts.retention,
      folder: archives,
      copies: () => this.#copies,
    });
    const network = new SimulatedNetwork(world, (bytes) => this.#guard(() => this.#left(bytes)));
    const floor: Floor = {
      lied: this.#lied,
      outAndDone: (orderID) =>
        venues.reduce(
          (sum, one) => sum + one.outAndDone(orderID),
          chain?.outAndDone(orderID) ?? 0n,
        ),
    };
    const venues = [listing, otherListing].map(
      (one) =>
        new SimulatedVenue(one, {
          world,
          witness: this.#witness,
          floor,
          amends: parts.amendChance,
          keys: parts.keyChance,
        }),
    );
    const { chainChance: chance } = parts;
    const chain =
      chance === null
        ? null
        : new SimulatedChainVenue({
            world,
            chance,
            keen:
              parts.reorgChance === null
                ? null
                : {
                    chance: parts.reorgChance,
                    startedAt: () => this.#startedAt,
                    kill: () => {
                      if (this.#gateway !== null) this.#die(this.#gateway.life, 'killed');
                    },
                  },
            witness: this.#witness,
            guard: (run) => this.#guard(run),
            checkCovered: (orderID, childID) => venues[0]?.checkCovered(orderID, childID),
          });
    this.#around = {
      world,
      chain,
      disk,
      network,
      venues,
      witness: this.#witness,
      clients: CLIENTS,
      parts,
      archives,
      broken: (cause) => {
        this.#broken ??= cause;
      },
      undurable: () => this.#undurable,
      listens: () => {
        this.#isListening = true;
      },
      ended: (life, why) => this.#die(life, why),
    };
    this.#watch();
    this.#start();
    this.#clients = CLIENTS.map(
      (name) =>
        new SimulatedClient(name, {
          world,
          network,
          amends: parts.amendChance,
          speech: speechOf(name, parts.spoken),
          dayEnds: parts.dayEnds,
        }),
    );
    const place = { network, chance: parts.copyChance, spoken: parts.spoken };
    this.#copies = parts.dropCopies.map((terms) => new SimulatedDropCopy(terms, world, place));
  }

  async run(steps: number): Promise<void> {
    for (let step = 1; step <= steps; step += 1) {
      await this.#step(step);
      this.#strike();
    }
    this.#world.isFaulty = false;
    this.#world.tell('fate', 'peace');
    for (const client of this.#clients) client.isTrading = false;
    await this.#rest();
    checkResting(this.#whatIsLeft);
    await this.#windUp();
    checkEnd(this.#whatIsLeft);
    this.#trims.checkEnd();
    this.#compare();
  }

  get #whatIsLeft(): WhatIsLeft {
    const { venues, chain } = this.#around;
    return {
      witness: this.#witness,
      venues,
      chain,
      clients: this.#clients,
      copies: this.#copies,
      lied: this.#lied,
    };
  }

  async #step(step: number): Promise<void> {
    if (!this.#world.step()) throw new Broken('time goes on', 'nothing is planned any more');
    // Promises of this step come to their ends before the next: the journal's and the acceptor's.
    for (let turns = 0; turns < 4; turns += 1) await Promise.resolve();
    if (this.#broken !== null) throw this.#broken;
    this.#planCommit();
    if (step % COMPARE_EVERY === 0) this.#compare();
  }

  /** A rule that breaks inside the gateway must not be caught there. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#broken ??= error;
      throw error;
    }
  }

  /** The operator looks at what is in doubt. */
  #watch(): void {
    this.#world.after(
      this.#fate,
      1_000,
      () => {
        this.#watch();
        const gateway = this.#gateway;
        const { venues } = this.#around;
        if (gateway !== null) this.#operator.resolve(gateway, this.#witness, venues);
      },
      'in passing',
    );
  }

  #start(): void {
    this.#processes += 1;
    this.#startedAt = this.#world.now;
    const life: Life = { name: `gateway ${this.#processes}`, isOver: false };
    this.#undurable = new Undurable();
    this.#isListening = false;
    this.#inSnapshot = false;
    this.#world.tell(life.name, 'starts');
    try {
      const gateway = startGateway(this.#around, life);
      // Its first commit may have been its last.
      if (!life.isOver) this.#gateway = gateway;
    } catch (error) {
      life.isOver = true;
      if (!(error instanceof JournalCorrupt) || !this.#around.disk.repair()) throw error;
      this.#world.count('recovery: torn tail found');
      this.#again(life);
    }
  }

  #die(life: Life, why: string): void {
    if (life.isOver) return;
    life.isOver = true;
    this.#world.count(`process died: ${why}`);
    this.#world.tell(life.name, `dies: ${why}`);
    const isArchiving = this.#gateway?.isArchiving() === true;
    this.#gateway = null;
    this.#isCommitPlanned = false;
    const wasSending = this.#around.network.died(life);
    this.#countRows(why, { wasSending, isArchiving });
    this.#again(life);
  }

  #countRows(why: string, was: Pick<Death, 'wasSending' | 'isArchiving'>): void {
    const { chain } = this.#around;
    const rows = rowsAt({
      undurable: this.#undurable,
      witness: this.#witness,
      chain,
      cause: this.#world.happened.at(-1) ?? '',
      why,
      ...was,
      adminSent: this.#adminSent,
      inSnapshot: this.#inSnapshot,
      isListening: this.#isListening,
    });
    for (const row of rows) this.#world.count(row);
  }

  #again({ name }: Life): void {
    this.#world.tell('fate', `starts another process behind ${name}`);
    this.#world.after(this.#fate, this.#world.chance.between(50, 3_000), () => {
      this.#world.count('recoveries');
      if (this.#world.chance.happens(500)) this.#around.disk.makeRoom();
      this.#start();
    });
  }

  /** Faults that come from nowhere. */
  #strike(): void {
    for (const copy of this.#copies) copy.act();
    this.#around.chain?.node.act();
    const gateway = this.#gateway;
    if (gateway === null) return;
    this.#operator.act(gateway);
    if (this.#world.fault(3, 'process killed')) return this.#die(gateway.life, 'killed');
    if (this.#world.fault(3, 'network: connection cut')) this.#around.network.cutOne();
    for (const adapter of gateway.adapters) {
      if (this.#world.fault(2, 'venue: connection lost')) adapter.breakDown();
    }
    for (const venue of this.#around.venues) {
      if (this.#world.laterFault(1, 'venue: restarted and forgot')) venue.restart();
    }
    const isFarAhead = gateway.skew.ns > MOST_SKEW_NS;
    if (!isFarAhead && this.#world.laterFault(2, 'clock: jumped forward')) {
      const most = this.#world.later.pick([2_000, 2_000, 15_000, 60_000]);
      gateway.skew.ns += BigInt(this.#world.later.between(10, most)) * 1_000_000n;
    }
    const { clockChance } = this.#around.parts;
    if (
      clockChance !== null &&
      gateway.skew.ns < MOST_SKEW_NS / 2n &&
      this.#world.fault(2, 'clock: jumped forward', clockChance)
    ) {
      gateway.skew.ns = BigInt(clockChance.between(85_000, 100_000)) * 1_000_000n;
    }
    if (this.#world.fault(4, 'snapshot')) this.#snapshot(gateway);
    this.#retain(gateway);
  }

  #snapshot({ life, host }: SimulatedGateway): void {
    this.#world.tell(life.name, 'begins a snapshot');
    this.#inSnapshot = true;
    host.snapshot().then(
      () => {
        this.#inSnapshot = false;
        this.#world.tell(life.name, 'has finished a snapshot');
      },
      (error: unknown) => {
        if (!life.isOver) this.#broken ??= error;
      },
    );
  }

  /** More snapshots than elsewhere, since the log goes behind them, and a look more often than once a minute. */
  #retain(gateway: SimulatedGateway): void {
    const { retention, retentionChance: chance } = this.#around.parts;
    if (retention === null || gateway.retention === null) return;
    if (chance.happens(15) && this.#world.happens('retention: snapshot')) this.#snapshot(gateway);
    if (this.#world.fault(3, 'client: away', chance)) {
      chance.pick(this.#clients).goAway(chance.between(5, 25));
    }
    if (chance.happens(15) && this.#world.happens('retention: looks')) {
      this.#world.count('retention: looks');
      void gateway.retention.look();
    }
  }

  /** What was appended is committed as a group, after as long as the disk takes. */
  #planCommit(): void {
    const gateway = this.#gateway;
    if (gateway === null || this.#isCommitPlanned) return;
    if (gateway.journal.queueDepth.records === 0) return;
    this.#isCommitPlanned = true;
    const isSlow = this.#world.fault(10, 'disk: slow');
    const delayMs = this.#world.chance.between(1, isSlow ? 4_000 : 20) / (isSlow ? 1 : 10);
    this.#world.after(gateway.life, delayMs, () => {
      this.#isCommitPlanned = false;
      gateway.journal.commitNow();
    });
  }

  /** I5 while it runs: with nothing waiting for the disk, the live state is what the disk gives. */
  #compare(): void {
    const gateway = this.#gateway;
    if (gateway === null || gateway.journal.queueDepth.records > 0) return;
    const live = stateHash(gateway.state);
    const durable = stateHash(this.#witness.shadow);
    if (live !== durable) throw new Broken('I5', `the live state ${live} is not ${durable}`);
  }

  /** I1 at the wire: a report that leaves names a sequence, a cancel reject a request, on disk. */
  #left(bytes: Uint8Array): void {
    const fields = new Map<string, string>();
    for (const field of Buffer.from(bytes).toString('latin1').split('\u0001')) {
      const [tag, value] = field.split('=', 2);
      if (tag !== undefined && value !== undefined) fields.set(tag, value);
    }
    const sequence = Number(fields.get('17')?.split('-')[1] ?? 0);
    if (sequence > this.#witness.lastSequence) {
      throw new Broken('I1', `report ${sequence} left, durable is ${this.#witness.lastSequence}`);
    }
    if (ADMIN.has(fields.get('35') ?? '')) this.#adminSent = true;
    if (fields.get('35') !== '9') return;
    const request = `${fields.get('56')} ${fields.get('11')}`;
    if (this.#witness.rejectedRequests.has(request)) return;
    throw new Broken('I1', `the reject of ${request} left before it was durable`);
  }

  /** Until nothing is in doubt, no request is open and no kill switch is active. */
  async #rest(): Promise<void> {
    let isOver = false;
    const lift = (): void => {
      if (isOver) return;
      // Again and again: a switch that was asked for before may be thrown only now.
      const { kills, limitChanges } = this.#witness.shadow;
      if (kills.size + limitChanges.size > 0 && this.#gateway !== null) {
        this.#operator.makePeace(this.#gateway);
      }
      this.#world.after(this.#fate, 1_000, lift);
    };
    lift();
    await this.#until('nothing is in doubt any more', () => {
      if (this.#witness.shadow.kills.size > 0) return false;
      for (const order of this.#witness.shadow.orders.values()) {
        if (order.pendingCancel !== null || order.pendingReplace !== null) return false;
        if (!isAtRest(order)) return false;
      }
      const { adapters = [], chain = null } = this.#gateway ?? {};
      const isReady = chain === null || chain.view.state === 'Ready';
      return this.#isQuiet() && isReady && adapters.every(({ state }) => state === 'Ready');
    });
    isOver = true;
  }

  /** Until every order is over: the clients cancel what rests. */
  async #windUp(): Promise<void> {
    const again = (): void => {
      for (const client of this.#clients) client.cancelAll();
      this.#world.after(this.#fate, 5_000, again);
    };
    again();
    const allOver = (): boolean => {
      const { orders } = this.#witness.shadow;
      const isOpen = this.#clients.some((one) => [...one.orders.values()].some((o) => !isOver(o)));
      const isSettled = this.#around.chain?.isSettled ?? true;
      return orders.size === 0 && !isOpen && isSettled && this.#isQuiet();
    };
    await this.#until('every order is over', allOver);
    // What was said last is still on its way: reports, and a fill behind a venue's final word.
    const end = this.#world.seconds + LAST_WORDS_SECONDS;
    while (this.#world.seconds < end) await this.#step(1);
    await this.#until('every order is over', allOver);
    await this.#until('every drop copy is whole', () => this.#areCopiesWhole());
  }

  #areCopiesWhole(): boolean {
    return this.#copies.every(
      ({ told, terms }) => told.size === wantedCopies(this.#witness, terms).length,
    );
  }

  #isQuiet(): boolean {
    const gateway = this.#gateway;
    if (gateway === null || gateway.journal.queueDepth.records > 0) return false;
    if (!this.#copies.every(({ isLoggedOn }) => isLoggedOn)) return false;
    return this.#clients.every((client) => client.isLoggedOn && client.unanswered.length === 0);
  }

  async #until(rule: string, holds: () => boolean): Promise<void> {
    const end = this.#world.seconds + PEACE_SECONDS;
    for (let step = 1; ; step += 1) {
      await this.#step(step);
      if (step % 10 === 0 && holds()) return;
      if (this.#world.seconds > end) throw new Broken(`I7: ${rule}`, this.#unfinished());
    }
  }

  #unfinished(): string {
    const orders = [...this.#witness.shadow.orders.values()].map((order) => {
      const children = order.children.map(
        ({ childID, phase, cancel }) => `…${childID.slice(-6)} ${phase} cancel ${cancel}`,
      );
      return `${order.orderID} ${order.clOrdID} (${children.join(', ')})`;
    });
    const open = this.#clients.flatMap((client) => [
      ...client.unanswered,
      ...[...client.orders.values()]
        .filter((order) => !isOver(order))
        .map((order) => `${order.clOrdID} is ${order.ordStatus ?? 'unknown'}`),
      ...(client.isLoggedOn ? [] : [`${client.name} is not logged on`]),
    ]);
    for (const copy of this.#copies) {
      const { told, terms, isLoggedOn } = copy;
      const wanted = wantedCopies(this.#witness, terms).length;
      if (isLoggedOn && told.size === wanted) continue;
      open.push(`${terms.name} ${isLoggedOn ? '' : 'is away and '}has ${told.size} of ${wanted}`);
    }
    return `orders: ${orders.join('; ') || 'none'}; clients: ${open.join('; ') || 'none'}`;
  }
}
