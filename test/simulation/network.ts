// Connections between clients and the gateway: bytes take their time, and cables are cut.

import type { Listener, Network, Transport, TransportEvents } from '../../spec/ports/index.ts';
import type { Life, World } from './world.ts';

interface End {
  readonly life: Life;
  events: TransportEvents | null;
  isClosed: boolean;
  /** Microsecond at which the last chunk to this end arrives: bytes never overtake each other. */
  arrivesAt: number;
  /** Bytes that reach it in a millisecond; null: as many as are sent. */
  readonly bytesPerMs: number | null;
  /** Bytes on their way to it. */
  underWay: number;
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

  /** The network as one process has it, which may read no faster than so many bytes in a millisecond. */
  of(life: Life, bytesPerMs: number | null = null): Network {
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
          this.#join({ ...endOf(life), bytesPerMs }, opened, there);
        });
      },
    };
  }

  /** Every connection of a process that died. True: something of it was on its way to a peer. */
  died(life: Life): boolean {
    const links = [...this.#links].filter((link) => link.some((end) => end.life === life));
    const wasSending = links.some((link) =>
      link.some((end) => end.life !== life && end.underWay > 0),
    );
    for (const link of links) this.#cut(link, 'the peer is gone');
    return wasSending;
  }

  /** Its cable is out: what it has open breaks. */
  unplug(life: Life): void {
    this.died(life);
  }

  /** Cuts one connection, if there is any. */
  cutOne(): void {
    if (this.#links.size === 0) return;
    this.#cut(this.#world.chance.pick([...this.#links]), 'connection reset');
  }

  #join(
    client: End,
    opened: Accepted,
    there: { readonly life: Life; readonly accepted: Accepted },
  ): void {
    const server: End = endOf(there.life);
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
        this.#carry(link, [near, far], bytes.slice());
        return far.bytesPerMs === null;
      },
      get queuedBytes() {
        return far.bytesPerMs === null ? 0 : far.underWay;
      },
      pause: () => undefined,
      resume: () => undefined,
      isPaused: false,
      end: () => this.#cut(link, 'closed'),
      destroy: () => this.#cut(link, 'closed'),
      remoteAddress: 'simulated',
    };
  }

  /** As a cable and its buffers do: later than usual, in pieces, twice, or half, with the cable cut. */
  #carry(link: readonly [End, End], [near, far]: readonly [End, End], bytes: Uint8Array): void {
    const world = this.#world;
    if (world.laterFault(2, 'network: late'))
      far.arrivesAt += world.later.between(200, 4_000) * 1_000;
    if (world.laterFault(4, 'network: a message in pieces')) {
      const at = world.later.below(bytes.length);
      this.#bring(near, far, bytes.subarray(0, at));
      return this.#bring(near, far, bytes.subarray(at));
    }
    if (world.laterFault(1, 'network: cut within a message')) {
      this.#bring(near, far, bytes.subarray(0, world.later.below(bytes.length)));
      return this.#cut(link, 'connection reset');
    }
    this.#bring(near, far, bytes);
    if (world.laterFault(1, 'network: a message twice')) this.#bring(near, far, bytes);
  }

  #bring(near: End, far: End, bytes: Uint8Array): void {
    const { chance, microseconds } = this.#world;
    const { bytesPerMs } = far;
    const takes = bytesPerMs === null ? 0 : Math.ceil((bytes.length * 1_000) / bytesPerMs);
    const at = Math.max(far.arrivesAt + takes, microseconds + chance.between(1, 30) * 100);
    far.arrivesAt = at;
    far.underWay += bytes.length;
    this.#world.after(far.life, (at - microseconds) / 1_000, () => {
      far.underWay -= bytes.length;
      if (far.isClosed) return;
      far.events?.received(bytes);
      if (bytesPerMs !== null && far.underWay === 0 && !near.isClosed) near.events?.drained();
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

function endOf(life: Life): End {
  return { life, events: null, isClosed: false, arrivesAt: 0, bytesPerMs: null, underWay: 0 };
}

type Accepted = (transport: Transport) => TransportEvents;
