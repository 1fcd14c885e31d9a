// The thin shell around a venue's machine: it stamps what arrives, and does what the machine asks.
// The same for orders and market data, on the desk's thread, in a worker, and over a simulated network.

import type {
  MachineAction,
  MarketInput,
  MarketOutput,
  OrdersInput,
  OrdersOutput,
  VenueMarket,
  VenueOrders,
  WireInput,
} from '../port/index.ts';
import type { Clock, EpochNs, Timers } from '../../spec/ports/index.ts';
import { type Durable, type Reserved, unreachable } from '../../spec/proof/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import type {
  AdoptedChild,
  BookSnapshot,
  ChildAmend,
  ChildOrder,
  MarketTrade,
  VenueNotice,
  VenueReport,
} from '../../spec/venues/index.ts';
import type { HttpClient } from './http.ts';
import type { Socket, Sockets } from './sockets.ts';

export interface ShellPorts {
  readonly clock: Pick<Clock, 'now'>;
  readonly timers: Timers;
  readonly sockets: Sockets;
  readonly http: HttpClient;
}

export interface OrdersListener {
  reported(report: VenueReport): void;
  noticed(notice: VenueNotice): void;
  /** The machine threw: a bug. This venue is down from here on, the others are not. */
  failed(error: unknown): void;
}

export interface MarketListener {
  /** The books of one step: at most one of each symbol. */
  booked(books: readonly BookSnapshot[]): void;
  /** The market's trades of one step, from a machine that follows them. */
  traded(trades: readonly MarketTrade[]): void;
  noticed(notice: VenueNotice): void;
  failed(error: unknown): void;
}

/**
 * What the desk's effects call. Each is done within the call, the frame written before it returns. Once
 * closed, or after the machine threw, a submit is answered as refused: it was never sent.
 */
export interface RunningOrders {
  adopt(children: readonly AdoptedChild[]): void;
  start(): void;
  submit(child: Durable<Reserved<ChildOrder>>): void;
  cancel(childID: Durable<ChildID>): void;
  amend(amend: Durable<Reserved<ChildAmend>>): void;
  resolve(childID: Durable<ChildID>): void;
  findUnknown(desk: number): void;
  forget(childID: ChildID): void;
  close(): void;
}

export interface RunningMarket {
  start(): void;
  close(): void;
}

/** How often a machine is told the time. */
const TICK_MS = 100;

export function runOrders(
  machine: VenueOrders,
  ports: ShellPorts,
  listener: OrdersListener,
): RunningOrders {
  const shell = runMachine<OrdersInput, OrdersOutput>((input) => machine.step(input), ports, {
    told(output) {
      for (const report of output.reports) listener.reported(report);
      for (const notice of output.notices) listener.noticed(notice);
    },
    failed: (error) => listener.failed(error),
  });
  return ordersOver(shell, ports, listener);
}

/** What the desk's effects call, over a shell that takes it. */
export function ordersOver(
  shell: Shell<OrdersInput>,
  ports: Pick<ShellPorts, 'clock'>,
  listener: Pick<OrdersListener, 'reported'>,
): RunningOrders {
  const now = (): EpochNs => ports.clock.now();
  return {
    adopt: (children) => void shell.take({ type: 'Adopt', children, now: now() }),
    start: () => void shell.take({ type: 'Started', now: now() }),
    submit(child) {
      if (shell.take({ type: 'Submit', child, now: now() })) return;
      const text = 'not sent: the adapter of the venue has stopped';
      listener.reported({ type: 'Refused', childID: child.childID, text, notSent: true });
    },
    amend(amend) {
      if (shell.take({ type: 'Amend', amend, now: now() })) return;
      const text = 'not sent: the adapter of the venue has stopped';
      listener.reported({ type: 'AmendRefused', childID: amend.childID, text });
    },
    cancel: (childID) => void shell.take({ type: 'Cancel', childID, now: now() }),
    resolve: (childID) => void shell.take({ type: 'Resolve', childID, now: now() }),
    findUnknown: (desk) => void shell.take({ type: 'FindUnknown', desk, now: now() }),
    forget: (childID) => void shell.take({ type: 'Forget', childID, now: now() }),
    close: () => shell.close(),
  };
}

export function runMarket(
  machine: VenueMarket,
  ports: ShellPorts,
  listener: MarketListener,
): RunningMarket {
  const newest = new Map<string, BookSnapshot>();
  const shell = runMachine<MarketInput, MarketOutput>((input) => machine.step(input), ports, {
    told(output) {
      for (const book of output.books) newest.set(book.venueSymbol, book);
      if (output.books.length > 0) listener.booked(output.books);
      if (output.trades.length > 0) listener.traded(output.trades);
      for (const notice of output.notices) listener.noticed(notice);
    },
    failed(error) {
      listener.booked([...newest.values()].map(invalid)); // Nobody keeps them current any more.
      listener.failed(error);
    },
  });
  return {
    start: () => void shell.take({ type: 'Started', now: ports.clock.now() }),
    close: () => shell.close(),
  };
}

function invalid(book: BookSnapshot): BookSnapshot {
  return { ...book, state: 'Invalid', bids: [], asks: [] };
}

/** What is done with what a machine says; for the other files of this room. */
export interface Heard<Output> {
  told(output: Output): void;
  failed(error: unknown): void;
}

export interface Shell<Input> {
  /** False: the shell is closed, and the machine never saw it. */
  take(input: Input): boolean;
  close(): void;
}

/**
 * Actions are done before anything is told: a frame is on the socket before the desk hears of the step.
 * An input that comes while one is being done (a listener calls back) follows it, in the same turn.
 */
export function runMachine<
  Input extends { readonly type: string },
  Output extends { readonly actions: readonly MachineAction[] },
>(
  step: (input: Input | WireInput) => Output,
  ports: ShellPorts,
  heard: Heard<Output>,
): Shell<Input> {
  const sockets = new Map<string, Socket>();
  const waiting: (Input | WireInput)[] = [];
  let busy = false;
  let over = false;

  const take = (input: Input | WireInput): boolean => {
    if (over) return false;
    waiting.push(input);
    if (busy) return true;
    busy = true;
    try {
      for (let next = waiting.shift(); next !== undefined && !over; next = waiting.shift()) {
        const output = step(next);
        for (const action of output.actions) perform(action);
        heard.told(output);
      }
    } catch (error) {
      close();
      heard.failed(error);
    } finally {
      busy = false;
    }
    return true;
  };

  const now = (): EpochNs => ports.clock.now();

  const perform = (action: MachineAction): void => {
    switch (action.type) {
      case 'SendFrame':
        sockets.get(action.channel)?.send(action.text);
        return;
      case 'OpenChannel':
        openChannel(action.channel, action.url);
        return;
      case 'CloseChannel': {
        const socket = sockets.get(action.channel);
        sockets.delete(action.channel);
        socket?.close(action.cause);
        return;
      }
      case 'SendHttp': {
        const { requestID } = action;
        ports.http.send(action, (outcome) =>
          take({ type: 'HttpReplied', requestID, outcome, now: now() }),
        );
        return;
      }
      default:
        unreachable(action);
    }
  };

  /** A channel that the machine has closed is heard no more. */
  const openChannel = (channel: string, url: string): void => {
    const events = {
      opened: () => {
        if (sockets.get(channel) === socket) take({ type: 'ChannelOpened', channel, now: now() });
      },
      received: (frame: Uint8Array) => {
        if (sockets.get(channel) === socket)
          take({ type: 'FrameReceived', channel, frame, now: now() });
      },
      closed: (cause: string) => {
        if (sockets.get(channel) !== socket) return;
        sockets.delete(channel);
        take({ type: 'ChannelClosed', channel, cause, now: now() });
      },
    };
    const socket = ports.sockets.open(url, events);
    sockets.set(channel, socket);
  };

  const ticking = ports.timers.every(TICK_MS, () => take({ type: 'ClockTicked', now: now() }));

  const close = (): void => {
    if (over) return;
    over = true;
    ticking.cancel();
    for (const socket of sockets.values()) socket.close('the gateway closes it');
    sockets.clear();
  };

  return { take, close };
}
