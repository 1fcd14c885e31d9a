// An operator: throws kill switches and lifts them, changes limits and takes the changes back, amid all else.
// Its draws are its own, so that a world without it is the world that it was.

import { doubtOf } from '../../gateway/desk/index.ts';
import type { AdminCommand } from '../../spec/events/index.ts';
import type { KillTarget, LimitName } from '../../spec/terms/index.ts';
import { otherID, qty, symbol, venueID } from '../fixtures/desk.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { SimulatedGateway } from './gateway.ts';
import type { SimulatedVenue } from './venue.ts';
import type { Witness } from './witness.ts';
import type { World } from './world.ts';

const who = { who: 'kim', reason: 'drill' } as const;

/** Each so many of 1,000 steps, of a seed that has an operator who does anything. */
const KILLS = 8;
const REARMS = 40;
const CHANGES = 8;

export class SimulatedOperator {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #targets: readonly KillTarget[];
  readonly #isBusy: boolean;

  constructor(world: World, seed: number, clients: readonly string[]) {
    this.#world = world;
    this.#chance = chanceOf(seed ^ 0x5bd1e995);
    this.#isBusy = this.#chance.happens(500);
    this.#targets = [
      { scope: 'firm', scopeID: '' },
      { scope: 'instrument', scopeID: symbol },
      { scope: 'venue', scopeID: venueID },
      { scope: 'venue', scopeID: otherID },
      ...clients.map((name) => ({ scope: 'session' as const, scopeID: name })),
      ...clients.map((name) => ({ scope: 'account' as const, scopeID: `${name}-1` })),
    ];
  }

  /** Once a step, while there are faults. */
  act(gateway: SimulatedGateway): void {
    if (!this.#isBusy) return;
    const chance = this.#chance;
    const { kills } = gateway.state;
    if (chance.happens(KILLS)) {
      this.#ask(gateway, { type: 'EngageKill', ...chance.pick(this.#targets), ...who });
    }
    if (kills.size > 0 && chance.happens(REARMS)) {
      const { scope, scopeID } = chance.pick([...kills.values()]);
      this.#ask(gateway, { type: 'RearmKill', scope, scopeID, ...who });
    }
    if (chance.happens(CHANGES)) this.#ask(gateway, this.#change());
  }

  /** A child in doubt whose venue knows nothing of it any more: asked by telephone, the venue says how it ended. */
  resolve(gateway: SimulatedGateway, witness: Witness, venues: readonly SimulatedVenue[]): void {
    for (const { children } of witness.shadow.orders.values()) {
      for (const child of children) {
        const { childID, cumQty } = child;
        const venue = venues.find(({ listing }) => listing.venueID === child.venueID);
        const there = venue?.ledger.get(childID);
        if (there?.isForgotten !== true || there.cumQty !== cumQty) continue;
        if (doubtOf(child) === null || child.venueOrderID === null) continue;
        const finding = { type: 'Ended', venueOrderID: child.venueOrderID, cumQty } as const;
        this.#say(gateway, { type: 'ResolveChild', childID, finding, ...who });
      }
    }
  }

  /** There is peace: every switch is lifted, and no limit stands that was not configured. */
  makePeace({ host, state, life }: SimulatedGateway): void {
    for (const { scope, scopeID } of [...state.kills.values()]) {
      this.#ask({ host, life }, { type: 'RearmKill', scope, scopeID, ...who });
    }
    for (const { scope, scopeID, name } of [...state.limitChanges.values()]) {
      this.#ask({ host, life }, { type: 'ResetLimit', scope, scopeID, name, ...who });
    }
  }

  #change(): AdminCommand {
    const chance = this.#chance;
    const name: LimitName = chance.pick(['maxOrderQty', 'maxOpenOrders']);
    const place = { scope: 'firm', scopeID: '', name, ...who } as const;
    if (chance.happens(300)) return { type: 'ResetLimit', ...place };
    const value =
      name === 'maxOrderQty' ? qty(chance.between(2, 20)) : BigInt(chance.between(1, 9));
    return { type: 'SetLimit', ...place, value, currency: null };
  }

  #ask({ host, life }: Pick<SimulatedGateway, 'host' | 'life'>, command: AdminCommand): void {
    if (this.#world.isFaulty && !this.#world.happens(`operator: ${command.type}`)) return;
    this.#say({ host, life }, command);
  }

  #say({ host, life }: Pick<SimulatedGateway, 'host' | 'life'>, command: AdminCommand): void {
    this.#world.count(`operator: ${command.type}`);
    this.#world.tell('operator', () => `asks ${command.type} of ${life.name}`);
    // What it came to is read from the disk: an operator whose desk has died does not know either.
    void host.operate(command).catch(() => undefined);
  }
}
