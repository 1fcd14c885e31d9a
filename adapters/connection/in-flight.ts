// Requests on their way: each is answered once, overdue, or lost with its line.

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
  readonly #requests = new Map<string, InFlight<Purpose>>();
  #count = 0;

  /** Notes what is about to be sent, and says what it is called. */
  add(request: Omit<InFlight<Purpose>, 'id' | 'overdue'>): string {
    this.#count += 1;
    const id = String(this.#count);
    this.#requests.set(id, { ...request, id, overdue: false });
    return id;
  }

  /** The request that is answered; null where none of that name is waited for on this channel. */
  take(channel: string, id: string | null): InFlight<Purpose> | null {
    const request = id === null ? undefined : this.#requests.get(id);
    if (request === undefined || request.channel !== channel) return null;
    this.#requests.delete(request.id);
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
    for (const request of lost) this.#requests.delete(request.id);
    return lost.filter((request) => !request.overdue);
  }

  /** Those that have just passed the bound. Given up ones stay for a while, for a late answer. */
  overdue(now: EpochNs, boundMs: number): InFlight<Purpose>[] {
    const boundNs = BigInt(boundMs) * 1_000_000n;
    const late: InFlight<Purpose>[] = [];
    for (const request of this.#requests.values()) {
      const age = now - request.sentAt;
      if (age < boundNs) break; // In the order of their sending.
      if (!request.overdue) late.push(request);
      request.overdue = true;
      if (age >= KEPT_BOUNDS * boundNs) this.#requests.delete(request.id);
    }
    return late;
  }
}
