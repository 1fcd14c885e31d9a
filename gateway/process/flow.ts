// Whether the desk keeps up with its disk. New orders are refused when much waits for it; what may not be
// refused (cancels, a venue's reports) is then not read any more, and waits in its sender's socket.

import type { Socket, Sockets } from '../../adapters/connection/index.ts';
import type { Network, Transport } from '../../spec/ports/index.ts';
import type { QueueDepth } from '../journal/index.ts';
import { realSoon } from './real-world.ts';

export interface FlowBounds {
  /** Above so much that waits for the disk, sockets are not read. */
  readonly pauseAbove: QueueDepth;
  /** Below so much they are again. */
  readonly resumeBelow: QueueDepth;
}

/** What can be left unread for a while. */
export interface Pausable {
  pause(): void;
  resume(): void;
}

/** Mutable: the sockets that are open, and whether they are read. */
export class Flow {
  readonly #depth: () => QueueDepth;
  readonly #bounds: FlowBounds;
  readonly #turned: (isPaused: boolean, depth: QueueDepth) => void;
  readonly #open = new Set<Pausable>();
  /** What has been read and was to be taken later, until the sockets are read again. */
  #later: (() => void)[] = [];
  #isPaused = false;

  constructor(
    depth: () => QueueDepth,
    bounds: FlowBounds,
    turned: (isPaused: boolean, depth: QueueDepth) => void,
  ) {
    this.#depth = depth;
    this.#bounds = bounds;
    this.#turned = turned;
  }

  /** Called when something was handed to the journal, and when something became durable. */
  look(): void {
    const depth = this.#depth();
    const { pauseAbove, resumeBelow } = this.#bounds;
    const isPaused = this.#isPaused
      ? depth.records >= resumeBelow.records || depth.bytes >= resumeBelow.bytes
      : depth.records > pauseAbove.records || depth.bytes > pauseAbove.bytes;
    if (isPaused === this.#isPaused) return;
    this.#isPaused = isPaused;
    for (const one of this.#open) {
      if (isPaused) one.pause();
      else one.resume();
    }
    if (!isPaused) for (const run of this.#later.splice(0)) this.soon(run);
    this.#turned(isPaused, depth);
  }

  /** One that opens while the others are paused is paused too. */
  add(one: Pausable): void {
    this.#open.add(one);
    if (this.#isPaused) one.pause();
  }

  /** Runs it when all that waits now has had its turn, but not while sockets are left unread. */
  soon(run: () => void): void {
    realSoon(() => {
      if (this.#isPaused) this.#later.push(run);
      else run();
    });
  }

  delete(one: Pausable): void {
    this.#open.delete(one);
  }
}

/** A network whose accepted connections are read as `flow` says. */
export function flowing(network: Network, flow: Flow): Network {
  return {
    listen: (address, accepted) =>
      network.listen(address, (transport: Transport) => {
        flow.add(transport);
        const events = accepted(transport);
        return {
          received: (bytes) => events.received(bytes),
          drained: () => events.drained(),
          closed(cause) {
            flow.delete(transport);
            events.closed(cause);
          },
        };
      }),
    connect: (address, opened, failed) => network.connect(address, opened, failed),
  };
}

/** Sockets to a venue that are read as `flow` says. */
export function flowingSockets(sockets: Sockets, flow: Flow): Sockets {
  return {
    open(url, events) {
      const socket: Socket = sockets.open(url, {
        opened: () => events.opened(),
        received: (frame) => events.received(frame),
        closed(cause) {
          flow.delete(socket);
          events.closed(cause);
        },
      });
      flow.add(socket);
      return socket;
    },
  };
}
