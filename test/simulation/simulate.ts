// One run: a seed's world, played to its end. Faults for so many steps, then peace, in which everything
// must come to an end; checked all the while from outside.

import type { ParentOrder } from '../../spec/events/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import { listing, otherListing } from '../fixtures/desk.ts';
import { stateHash } from '../../gateway/desk/index.ts';
import { JournalCorrupt } from '../../gateway/journal/index.ts';
import { SimulatedClient, isOver } from './client.ts';
import { ModelledDisk } from './disk.ts';
import { type SimulatedGateway, type Surroundings, startGateway } from './gateway.ts';
import { SimulatedNetwork } from './network.ts';
import { type Floor, SimulatedVenue } from './venue.ts';
import { SimulatedOperator } from './operator.ts';
import { Witness } from './witness.ts';
import { Broken, type Life, type Line, World } from './world.ts';

export interface RunOptions {
  readonly seed: number;
  /** Steps with faults; those without come on top. */
  readonly steps: number;
  readonly isVerbose: boolean;
}

export interface Run {
  readonly seed: number;
  /** Null where everything held. */
  readonly failure: { readonly rule: string; readonly what: string } | null;
  readonly counts: ReadonlyMap<string, number>;
  readonly lines: readonly Line[];
  readonly seconds: number;
}

const CLIENTS = ['ACME', 'BOLT'];
/** Simulated seconds within which everything must have come to its end once there is peace. */
const PEACE_SECONDS = 240;
/** Longer than a report can be late behind a fill that is late itself. */
const LAST_WORDS_SECONDS = 10;
/** The live state is compared with the durable events' this often, in steps. */
const COMPARE_EVERY = 25;

export async function simulate(options: RunOptions): Promise<Run> {
  const world = new World(options.seed, options.isVerbose);
  const result = (failure: Run['failure']): Run => {
    const { counts, lines, seconds } = world;
    return { seed: options.seed, failure, counts, lines, seconds };
  };
  try {
    await new Play(world, options.seed).run(options.steps);
    return result(null);
  } catch (error) {
    if (error instanceof Broken) return result({ rule: error.rule, what: error.message });
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return result({ rule: 'nothing throws', what });
  }
}

class Play {
  readonly #world: World;
  readonly #witness: Witness;
  readonly #around: Surroundings;
  readonly #clients: readonly SimulatedClient[];
  readonly #operator: SimulatedOperator;
  readonly #fate: Life = { name: 'fate', isOver: false };
  #gateway: SimulatedGateway | null = null;
  #processes = 0;
  #isCommitPlanned = false;
  #broken: unknown = null;

  constructor(world: World, seed: number) {
    this.#world = world;
    this.#operator = new SimulatedOperator(world, seed, CLIENTS);
    this.#witness = new Witness(world);
    const disk = new ModelledDisk(world, (writes) =>
      this.#guard(() => this.#witness.committed(writes)),
    );
    const network = new SimulatedNetwork(world, (bytes) => this.#guard(() => this.#left(bytes)));
    const floor: Floor = {
      lied: new Set(),
      outAndDone: (orderID) => venues.reduce((sum, one) => sum + one.outAndDone(orderID), 0n),
    };
    const venues = [listing, otherListing].map(
      (one) => new SimulatedVenue(one, { world, witness: this.#witness, floor }),
    );
    this.#around = {
      world,
      disk,
      network,
      venues,
      witness: this.#witness,
      clients: CLIENTS,
      ended: (life, why) => this.#die(life, why),
    };
    this.#start();
    this.#clients = CLIENTS.map((name) => new SimulatedClient(name, world, network));
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
    this.#checkResting();
    await this.#windUp();
    this.#checkEnd();
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

  #start(): void {
    this.#processes += 1;
    const life: Life = { name: `gateway ${this.#processes}`, isOver: false };
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
    this.#gateway = null;
    this.#isCommitPlanned = false;
    this.#around.network.died(life);
    this.#again(life);
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
    const gateway = this.#gateway;
    if (gateway === null) return;
    this.#operator.act(gateway);
    if (this.#world.fault(3, 'process killed')) return this.#die(gateway.life, 'killed');
    if (this.#world.fault(3, 'network: connection cut')) this.#around.network.cutOne();
    for (const adapter of gateway.adapters) {
      if (this.#world.fault(2, 'venue: connection lost')) adapter.breakDown();
    }
    if (this.#world.fault(4, 'snapshot')) {
      this.#world.tell(gateway.life.name, 'begins a snapshot');
      gateway.host.snapshot().then(
        () => this.#world.tell(gateway.life.name, 'has finished a snapshot'),
        (error: unknown) => {
          if (!gateway.life.isOver) this.#broken ??= error;
        },
      );
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
      const adapters = this.#gateway?.adapters ?? [];
      return this.#isQuiet() && adapters.every(({ state }) => state === 'Ready');
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
      return orders.size === 0 && !isOpen && this.#isQuiet();
    };
    await this.#until('every order is over', allOver);
    // What was said last is still on its way: reports, and a fill behind a venue's final word.
    const end = this.#world.seconds + LAST_WORDS_SECONDS;
    while (this.#world.seconds < end) await this.#step(1);
    await this.#until('every order is over', allOver);
  }

  #isQuiet(): boolean {
    const gateway = this.#gateway;
    if (gateway === null || gateway.journal.queueDepth.records > 0) return false;
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
    return `orders: ${orders.join('; ') || 'none'}; clients: ${open.join('; ') || 'none'}`;
  }

  #checkResting(): void {
    for (const order of this.#witness.shadow.orders.values()) {
      const open = order.children.filter((one) => one.phase !== 'Ended');
      const isThere = open.every(({ childID, venueID }) => this.#ledgerOf(venueID).has(childID));
      if (open.length === 0 || !isThere) {
        throw new Broken('I7', `order ${order.orderID} rests, and not at its venues`);
      }
      const openQty = open.reduce((sum, one) => sum + one.orderQty - one.cumQty, 0n);
      if (openQty > order.leavesQty) {
        throw new Broken('I3', `order ${order.orderID} is open for more than it has left`);
      }
    }
  }

  #ledgerOf(venueID: VenueID): SimulatedVenue['ledger'] {
    const venue = this.#around.venues.find(({ listing: one }) => one.venueID === venueID);
    if (venue === undefined) throw new Broken('I2', `a child at ${venueID}, which is no venue`);
    return venue.ledger;
  }

  /** Clients, disk, venue and positions tell of the same trades. */
  #checkEnd(): void {
    const atVenues = this.#around.venues.flatMap(({ ledger }) => [...ledger.values()]);
    for (const { child, end } of atVenues) {
      if (end === null) throw new Broken('I7', `child ${child.childID} still works at the venue`);
    }
    const venueFills = atVenues.flatMap(({ fills, child, orderID }) =>
      fills.map((fill) => `${orderID} ${child.side} ${fill.lastQty} ${fill.lastPx}`),
    );
    const clientFills = this.#clients.flatMap(({ trades }) =>
      [...trades.values()].map(
        ({ orderID, side, lastQty, lastPx }) =>
          `${orderID} ${side === '1' ? 'buy' : 'sell'} ${lastQty} ${lastPx}`,
      ),
    );
    checkSame('what the venues filled is what the clients were told', venueFills, clientFills);
    this.#checkPositions();
    for (const exposure of this.#witness.shadow.exposures.values()) {
      const held =
        exposure.buyQty + exposure.sellQty + exposure.buyNotional + exposure.sellNotional;
      if (held !== 0n || exposure.openOrders !== 0) throw new Broken('I4', 'exposure is left over');
    }
    this.#compare();
  }

  #checkPositions(): void {
    const sums = new Map<string, bigint>();
    const all = this.#around.venues.flatMap(({ ledger }) => [...ledger.values()]);
    for (const { child, orderID, fills } of all) {
      const account = this.#witness.order(orderID)?.account ?? '';
      for (const { lastQty } of fills) {
        const signed: bigint = child.side === 'buy' ? lastQty : 0n - lastQty;
        sums.set(account, (sums.get(account) ?? 0n) + signed);
      }
    }
    const wanted = [...sums].map(([account, qty]) => `${account} ${qty}`);
    const found = [...this.#witness.shadow.positions.values()].map(
      ({ account, qty }) => `${account} ${qty}`,
    );
    checkSame('I4: positions are the sum of the venue`s fills', wanted, found);
  }
}

/** Its children work, none is being cancelled, and nothing waits that a venue could take: those that failed it are left alone. */
function isAtRest({ children, exclusions, leavesQty }: ParentOrder): boolean {
  const open = children.filter((child) => child.phase !== 'Ended');
  const isMoving = open.some(({ phase, cancel }) => phase !== 'Working' || cancel !== 'None');
  if (open.length === 0 || isMoving) return false;
  const waiting = leavesQty - open.reduce((sum, one) => sum + one.orderQty - one.cumQty, 0n);
  return [listing, otherListing].every(
    ({ venueID, minQty, lot }) =>
      waiting < minQty + lot || exclusions.some((one) => one.venueID === venueID),
  );
}

function checkSame(rule: string, wanted: readonly string[], found: readonly string[]): void {
  const a = wanted.toSorted();
  const b = found.toSorted();
  const at = a.findIndex((one, index) => one !== b[index]);
  if (at < 0 && a.length === b.length) return;
  const where = at < 0 ? a.length : at;
  throw new Broken(
    rule,
    `${a.length} and ${b.length}, at first ${a[where] ?? 'nothing'} and ${b[where] ?? 'nothing'}`,
  );
}
