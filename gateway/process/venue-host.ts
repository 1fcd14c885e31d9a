// One configured venue: its order machine on the desk's thread, its market machine in a worker.

import {
  type RunningOrders,
  createHttpClient,
  createSockets,
  runOrders,
} from '../../adapters/connection/index.ts';
import type { VenueOrders, VenueSymbol } from '../../adapters/port/index.ts';
import type { Clock, Log, Timers } from '../../spec/ports/index.ts';
import { type Durable, unreachable } from '../../spec/proof/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type {
  AdoptedChild,
  BalancesFound,
  BookSnapshot,
  CredentialsRefused,
  ListingFound,
  UnknownFound,
  VenueNotice,
  VenueReport,
  VenueState,
} from '../../spec/venues/index.ts';
import type { VenueConfig } from '../config/index.ts';
import type { VenueView } from '../desk/index.ts';
import type { VenueEffect } from './desk-host.ts';
import { type Flow, flowingSockets } from './flow.ts';
import { type KeptWorker, keepWorker } from './kept-worker.ts';
import type { FromMarketWorker, MarketWorkerData } from './market-worker.ts';
import { UnpackedBook } from './packed-book.ts';
import { VENUE_ADAPTERS } from './venue-adapters.ts';
import { anchorOf } from './wall-clock.ts';

/** What the desk hears of a venue of either kind, and what that one asks the desk. */
export interface DeskSide {
  reported(report: VenueReport): void;
  listingsFound(listings: readonly ListingFound[]): void;
  balancesFound(found: BalancesFound): void;
  unknownFound(found: UnknownFound): void;
  stateChanged(state: VenueState): void;
  /** The adapter is heard no more, for this cause: what it was told to send is in doubt. */
  failed(cause: string): void;
  /** What the journal says is open there, of children below that intent. */
  open(nextIntent: number): readonly AdoptedChild[];
}

export interface VenueHostParts extends DeskSide {
  readonly config: VenueConfig;
  readonly symbols: readonly VenueSymbol[];
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Its order sockets are left unread while the desk is behind. */
  readonly flow: Flow;
  booked(books: readonly BookSnapshot[]): void;
}

export interface VenueHost {
  readonly venueID: VenueID;
  readonly view: VenueView;
  /** Null: it takes them, or was not asked yet. */
  readonly credentialsRefused: CredentialsRefused | null;
  /** Takes over what the journal says is open there, in as many calls as one likes. Nothing leaves before `start`. */
  adopt(children: readonly AdoptedChild[]): void;
  /** Connects. */
  start(): void;
  perform(effect: Durable<VenueEffect>): void;
  close(): Promise<void>;
}

type Orders = RunningOrders & Pick<VenueOrders, 'capabilities'>;

export function createVenueHost(parts: VenueHostParts): VenueHost {
  const { config, log } = parts;
  const { venueID } = config;
  let state: VenueState = 'Down';
  let credentialsRefused: CredentialsRefused | null = null;

  const setState = (next: VenueState, cause: string): void => {
    if (next === state) return;
    state = next;
    log.info({ venueID, state: next, cause }, 'venue state changed');
    parts.stateChanged(next);
  };

  function runningOrders(): Orders {
    const machine = VENUE_ADAPTERS[config.adapter].orders(config, parts.symbols);
    let isOver = false;
    const running = runOrders(
      machine,
      {
        clock: parts.clock,
        timers: parts.timers,
        sockets: flowingSockets(createSockets(parts.timers), parts.flow),
        http: createHttpClient(parts.timers),
      },
      {
        reported: (report) => {
          if (!isOver) parts.reported(wellFormed(report));
        },
        noticed: (notice) => {
          if (!isOver) heard(notice);
        },
        failed: (error) => {
          const sentence = 'the venue adapter failed: the venue is down';
          log.error({ venueID, error: String(error) }, sentence);
          setState('Stopped', 'the adapter failed');
          parts.failed('the adapter of the venue failed');
        },
      },
    );
    const close = (): void => {
      isOver = true;
      running.close();
    };
    return { ...running, close, capabilities: machine.capabilities };
  }

  let orders = runningOrders();

  /**
   * A new adapter knows nothing of what the old one has said: it asks the venue for all that is open, as
   * after a restart, and a fill that the desk could not book then comes again.
   */
  function askAgain(nextIntent: number): void {
    orders.close();
    setState('Connecting', 'the venue is asked again');
    credentialsRefused = null;
    parts.failed('the adapter of the venue was started again');
    orders = runningOrders();
    orders.adopt(parts.open(nextIntent));
    orders.start();
  }

  function heard(notice: VenueNotice): void {
    switch (notice.type) {
      case 'StateChanged':
        return setState(notice.state, notice.cause);
      case 'BalancesFound':
        return parts.balancesFound(notice);
      case 'UnknownFound':
        return parts.unknownFound(notice);
      case 'CredentialsJudged':
        return judged(notice.refused);
      case 'ListingsFound':
        return parts.listingsFound(notice.listings);
      case 'Remarked':
        return log[notice.level]({ venueID, ...notice.fields }, notice.sentence);
      default:
        return unreachable(notice);
    }
  }

  /** One line for a key that is refused, however many orders are. */
  function judged(refused: CredentialsRefused | null): void {
    credentialsRefused = refused;
    if (refused === null) return log.info({ venueID }, 'the venue takes our credentials again');
    const sentence = 'the venue refuses our credentials: it gets no new order until it takes them';
    log.error({ venueID, ...refused }, sentence);
  }

  const market = marketFeed(parts);
  return {
    venueID,
    get credentialsRefused() {
      return credentialsRefused;
    },
    get view() {
      return { state, capabilities: orders.capabilities, fees: config.fees, chain: null };
    },
    adopt: (children) => orders.adopt(children),
    start: () => orders.start(),
    perform(effect) {
      if (effect.type === 'AskAgain') askAgain(effect.nextIntent);
      else if (effect.type !== 'BroadcastTransaction') performOrder(orders, effect);
    },
    async close() {
      orders.close();
      await market.close();
    },
  };
}

/** Without one of these a text is well-formed; nearly all are. */
const HALF_OF_A_PAIR = /[\ud800-\udfff]/;

function readable(text: string): string {
  return HALF_OF_A_PAIR.test(text) ? Buffer.from(text, 'utf8').toString('utf8') : text;
}

/** A venue's words as text that UTF-8 can carry: half a surrogate pair becomes U+FFFD. */
export function wellFormed(report: VenueReport): VenueReport {
  switch (report.type) {
    case 'Refused':
    case 'Ended':
    case 'CancelRefused':
    case 'AmendRefused':
      return { ...report, text: readable(report.text) };
    case 'Unknown':
    case 'CancelUnknown':
    case 'AmendUnknown':
      return { ...report, cause: readable(report.cause) };
    case 'Absent':
      return { ...report, evidence: readable(report.evidence) };
    case 'FillCancelled':
      return { ...report, text: readable(report.text) };
    case 'Acknowledged':
    case 'Filled':
    case 'Amended':
    case 'TransactionsSigned':
    case 'NonceSettled':
      return report;
    default:
      return unreachable(report);
  }
}

/** `effect` is durable, and so is each of its parts. */
export function performOrder(
  orders: RunningOrders,
  effect: Durable<Exclude<VenueEffect, { readonly type: 'AskAgain' | 'BroadcastTransaction' }>>,
): void {
  switch (effect.type) {
    case 'SubmitChild':
      return orders.submit(effect.child as Durable<typeof effect.child>);
    case 'CancelChild':
      return orders.cancel(effect.childID as Durable<typeof effect.childID>);
    case 'AmendChild':
      return orders.amend(effect.amend as Durable<typeof effect.amend>);
    case 'ResolveChild':
      return orders.resolve(effect.childID as Durable<typeof effect.childID>);
    case 'FindUnknown':
      return orders.findUnknown(effect.desk);
    case 'ForgetChild':
      return orders.forget(effect.childID);
    default:
      return unreachable(effect);
  }
}

/** While its worker is not there its books are not to be traded on. */
function marketFeed(parts: VenueHostParts): KeptWorker {
  const { config, symbols, log, clock, timers } = parts;
  const { venueID, adapter, restURL, marketURL } = config;
  const place = { adapter, venueID, restURL, marketURL, symbols };
  const books = new Map<string, UnpackedBook>();
  function heard(message: FromMarketWorker): void {
    switch (message.type) {
      case 'Books':
        return publish(message.books.map((book) => new UnpackedBook(book)));
      case 'Alive': {
        const receivedAt = clock.now();
        const live = [...books.values()].filter(({ state }) => state === 'Live');
        return publish(live.map((book) => book.as({ receivedAt })));
      }
      case 'Notice': {
        const { notice } = message;
        if (notice.type !== 'Remarked') return;
        return log[notice.level]({ venueID, ...notice.fields }, notice.sentence);
      }
      default:
        return unreachable(message);
    }
  }

  function publish(found: readonly UnpackedBook[]): void {
    for (const book of found) books.set(book.venueSymbol, book);
    parts.booked(found);
  }

  return keepWorker({
    file: new URL('./market-worker.js', import.meta.url),
    workerData: (): MarketWorkerData => ({ ...place, anchor: anchorOf(clock) }),
    venueID,
    log,
    timers,
    heard,
    ended: () => publish([...books.values()].map((book) => book.as({ state: 'Invalid' }))),
  });
}
