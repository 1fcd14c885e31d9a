// Requests on their way: each is answered once, overdue, or lost with its line.

import { PassingMap } from '../../spec/passing/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';

export interface InFlight<Purpose> {
  readonly id: string;
  readonly channel: string;
  readonly purpose: Purpose;
  /** What it costs of the venue's budget. */
  readonly weight: number;
  readonly sentAt: EpochNs;
  /** Given up: its answer still counts when it comes. */
  overdue: boolean;
}

/** So many bounds after it was sent nobody waits for a late answer any more. */
const KEPT_BOUNDS = 12n;

export class InFlights<Purpose> {
  readonly #requests = new PassingMap<string, InFlight<Purpose>>();
  readonly #isOrder: (purpose: Purpose) => boolean;
  /** Of those that are waited for: kept, since each answer of a venue asks. */
  #weight = 0;
  #orders = 0;
  #count = 0;

  /** `isOrder`: which of them `orders` counts. */
  constructor(isOrder: (purpose: Purpose) => boolean = () => false) {
    this.#isOrder = isOrder;
  }

  /** What those that are still waited for cost. */
  get weight(): number {
    return this.#weight;
  }

  /** How many orders are among those that are still waited for. */
  get orders(): number {
    return this.#orders;
  }

  /** Notes what is about to be sent, and says what it is called. */
  add(request: Omit<InFlight<Purpose>, 'id' | 'overdue'>): string {
    this.#count += 1;
    const id = String(this.#count);
    const { channel, purpose, weight, sentAt } = request;
    this.#requests.set(id, { id, channel, purpose, weight, sentAt, overdue: false });
    this.#counted(request, 1);
    return id;
  }

  /** The request that is answered; null where none of that name is waited for on this channel. */
  take(channel: string, id: string | null): InFlight<Purpose> | null {
    const request = id === null ? undefined : this.#requests.get(id);
    if (request === undefined || request.channel !== channel) return null;
    this.#delete(request);
    return request;
  }

  /** Those that are still waited for. */
  *waiting(): IterableIterator<InFlight<Purpose>> {
    for (const request of this.#requests.values()) if (!request.overdue) yield request;
  }

  hasOn(channel: string): boolean {
    for (const request of this.waiting()) if (request.channel === channel) return true;
    return false;
  }

  /** Those whose line is gone: none of them will be answered. */
  lost(channel: string): InFlight<Purpose>[] {
    const lost = [...this.#requests.values()].filter((request) => request.channel === channel);
    for (const request of lost) this.#delete(request);
    return lost.filter((request) => !request.overdue);
  }

  /** Those that have just passed the bound. Given up ones stay for a while, for a late answer. */
  overdue(now: EpochNs, boundMs: number): InFlight<Purpose>[] {
    const boundNs = BigInt(boundMs) * 1_000_000n;
    const late: InFlight<Purpose>[] = [];
    for (const request of this.#requests.values()) {
      const age = now - request.sentAt;
      if (age < boundNs) break; // In the order of their sending.
      if (!request.overdue) {
        late.push(request);
        this.#counted(request, -1);
      }
      request.overdue = true;
      if (age >= KEPT_BOUNDS * boundNs) this.#delete(request);
    }
    return late;
  }

  #delete(request: InFlight<Purpose>): void {
    if (!request.overdue) this.#counted(request, -1);
    this.#requests.delete(request.id);
  }

  #counted(request: Pick<InFlight<Purpose>, 'purpose' | 'weight'>, by: 1 | -1): void {
    this.#weight += by * request.weight;
    if (this.#isOrder(request.purpose)) this.#orders += by;
  }
}
