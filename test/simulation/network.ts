// Connections between clients and the gateway: bytes take their time, and cables are cut.

import type { Listener, Network, Transport, TransportEvents } from '../../spec/ports/index.ts';
import type { Life, World } from './world.ts';

interface End {
  readonly life: Life;
  events: TransportEvents | null;
  isClosed: boolean;
  /** Microsecond at which the last chunk to this end arrives: bytes never overtake each other. */
  arrivesAt: number;
}

export class SimulatedNetwork {
  readonly #world: World;
  #listening: { readonly life: Life; readonly accepted: Accepted } | null = null;
  readonly #links = new Set<readonly [End, End]>();
  /** Sees what the gateway writes, as it is written. */
  readonly #written: (bytes: Uint8Array) => void;

  constructor(world: World, written: (bytes: Uint8Array) => void) {
    this.#world = world;
    this.#written = written;
  }

  /** The network as one process has it. */
  of(life: Life): Network {
    return {
      listen: (address, accepted) => {
        this.#listening = { life, accepted };
        const listener: Listener = {
          port: address.port,
          close: () => {
            this.#listening = null;
          },
        };
        return Promise.resolve(listener);
      },
      connect: (_address, opened, failed) => {
        this.#world.after(life, this.#world.chance.between(1, 20), () => {
          const there = this.#listening;
          if (there === null || there.life.isOver) return failed('connection refused');
          this.#join(life, opened, there);
        });
      },
    };
  }

  /** Every connection of a process that died. */
  died(life: Life): void {
    for (const link of [...this.#links]) {
      if (link.some((end) => end.life === life)) this.#cut(link, 'the peer is gone');
    }
  }

  /** Cuts one connection, if there is any. */
  cutOne(): void {
    if (this.#links.size === 0) return;
    this.#cut(this.#world.chance.pick([...this.#links]), 'connection reset');
  }

  #join(
    life: Life,
    opened: Accepted,
    there: { readonly life: Life; readonly accepted: Accepted },
  ): void {
    const client: End = { life, events: null, isClosed: false, arrivesAt: 0 };
    const server: End = { life: there.life, events: null, isClosed: false, arrivesAt: 0 };
    const link = [client, server] as const;
    this.#links.add(link);
    server.events = there.accepted(this.#transport(link, server, client, this.#written));
    client.events = opened(this.#transport(link, client, server, () => undefined));
  }

  #transport(
    link: readonly [End, End],
    near: End,
    far: End,
    seen: (bytes: Uint8Array) => void,
  ): Transport {
    return {
      write: (bytes) => {
        if (near.isClosed || near.life.isOver) return false;
        seen(bytes);
        this.#carry(far, bytes.slice());
        return true;
      },
      queuedBytes: 0,
      pause: () => undefined,
      resume: () => undefined,
      isPaused: false,
      end: () => this.#cut(link, 'closed'),
      destroy: () => this.#cut(link, 'closed'),
      remoteAddress: 'simulated',
    };
  }

  #carry(far: End, bytes: Uint8Array): void {
    const { chance, microseconds } = this.#world;
    const at = Math.max(far.arrivesAt, microseconds + chance.between(1, 30) * 100);
    far.arrivesAt = at;
    this.#world.after(far.life, (at - microseconds) / 1_000, () => {
      if (!far.isClosed) far.events?.received(bytes);
    });
  }

  /** What is on its way gets through or not, as chance has it: a chunk that is late is lost. */
  #cut(link: readonly [End, End], cause: string): void {
    if (!this.#links.delete(link)) return;
    for (const end of link) {
      this.#world.after(end.life, this.#world.chance.between(0, 20) / 10, () => {
        if (end.isClosed) return;
        end.isClosed = true;
        end.events?.closed(cause);
      });
    }
  }
}

type Accepted = (transport: Transport) => TransportEvents;
