// The order machine in its shell on real sockets, against a simulated Kraken with one account and no other participants.

import { ORDERS_DEFAULTS, createKrakenOrders } from '../../../../adapters/kraken/index.ts';
import type { VenueOrders } from '../../../../adapters/port/index.ts';
import { createNonceSigner } from '../../../../gateway/process/venue-signers.ts';
import { asInstrumentID, asVenueID } from '../../../../spec/terms/index.ts';
import {
  type LimitOptions,
  NO_LIMITS,
  type RunningKraken,
  USUAL_FEES,
  startKraken,
} from '../../../sandbox/kraken/index.ts';
import { SandboxDesk } from '../sandbox-desk.ts';

export const VENUE = {
  venueID: asVenueID('kraken'),
  symbols: [{ venueSymbol: 'BTC/USDT', instrumentID: asInstrumentID('BTC/USDT') }],
};
export const BACKOFF = { firstMs: 50, maxMs: 500, spread: 0.5, seed: 1 };
const SECRET = Buffer.from('a secret of sixty-four bytes, or thereabouts').toString('base64');
const SIGNER = createNonceSigner('key', SECRET);

export type Desk = SandboxDesk<RunningKraken>;

/** What nobody knows is decided 1.2 s after it was sent; no answer for 0.6 s is none. */
export function ordersOf(desk: Desk): VenueOrders {
  return createKrakenOrders(
    {
      ...ORDERS_DEFAULTS,
      ...VENUE,
      restURL: desk.exchange.urls.rest,
      privateURL: desk.exchange.urls.privateSocket,
      orderDeadlineMs: 1_000,
      queryLagMs: 100,
      answerBoundMs: 600,
      auditEveryMs: 1_000,
      backoff: BACKOFF,
      restCounter: { most: 1_000, decayPerSecond: 100 },
    },
    SIGNER,
  );
}

let open: Desk | null = null;

export async function exchangeDesk(
  participants = false,
  limits: LimitOptions = NO_LIMITS,
): Promise<Desk> {
  const exchange = await startKraken({
    ...(participants ? {} : { participants: null }),
    limits,
    accounts: [
      {
        name: 'client',
        balances: { BTC: '1000', USDT: '100000000' },
        fees: USUAL_FEES,
        keys: [{ apiKey: 'key', secret: SECRET }],
      },
    ],
  });
  open = new SandboxDesk(exchange, 'BTC/USDT');
  return open;
}

/** Connected, on a book of 1 at 49000 against 0.4 at 51000 and 0.3 at 51001. */
export async function readyDesk(limits: LimitOptions = NO_LIMITS): Promise<Desk> {
  const desk = await exchangeDesk(false, limits);
  desk.connect(ordersOf(desk));
  await desk.ready();
  await desk.control('book', {
    symbol: 'BTC/USDT',
    bids: [['49000', '1']],
    asks: [
      ['51000', '0.4'],
      ['51001', '0.3'],
    ],
  });
  return desk;
}

/** After each test. */
export async function closeDesk(): Promise<void> {
  await open?.close();
  open = null;
}
