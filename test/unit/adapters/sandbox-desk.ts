// An adapter's two machines in their shells, on real sockets, against a simulated exchange: what a test of
// any venue asks of them and hears from them.

import { expect } from '@jest/globals';
import {
  runMarket,
  runOrders,
  type RunningMarket,
  type RunningOrders,
} from '../../../adapters/connection/index.ts';
import type { VenueMarket, VenueOrders } from '../../../adapters/port/index.ts';
import { asDurable, asReserved } from '../../../spec/proof/index.ts';
import { asInstrumentID, asVenueID, childIDOf } from '../../../spec/terms/index.ts';
import { asPrice, asQty, parseDecimal } from '../../../spec/units/index.ts';
import type {
  AdoptedChild,
  BookSnapshot,
  ChildOrder,
  VenueNotice,
  VenueReport,
} from '../../../spec/venues/index.ts';
import type { RunningCore } from '../../sandbox/exchange/core.ts';
import { isOpen } from '../../sandbox/exchange/terms.ts';
import { inShort } from './binance/scripted-line.ts';
import { type RealPorts, realPorts, until } from './real-ports.ts';

export function decimal(text: string): bigint {
  const parsed = parseDecimal(text);
  if (parsed.type !== 'Exact') throw new Error(`no decimal: ${text}`);
  return parsed.value;
}

/** Desks of tests, so that no two of them share an id. */
let desk = 0;

/** `Running`: one kind of exchange. `venueSymbol` is its name for BTC/USDT. */
export class SandboxDesk<
  Running extends RunningCore & { readonly urls: { readonly control: string } },
> {
  readonly exchange: Running;
  readonly venueSymbol: string;
  readonly ports: RealPorts = realPorts();
  readonly reports: VenueReport[] = [];
  readonly notices: VenueNotice[] = [];
  readonly failures: unknown[] = [];
  readonly books: BookSnapshot[] = [];
  readonly desk: number;
  #orders: RunningOrders | null = null;
  #market: RunningMarket | null = null;
  #intent = 0;

  constructor(exchange: Running, venueSymbol: string) {
    this.exchange = exchange;
    this.venueSymbol = venueSymbol;
    desk += 1;
    this.desk = desk;
  }

  connect(machine: VenueOrders, adopted: readonly AdoptedChild[] = []): RunningOrders {
    this.#orders = runOrders(machine, this.ports, {
      reported: (report) => this.reports.push(report),
      noticed: (notice) => this.notices.push(notice),
      failed: (error) => this.failures.push(error),
    });
    this.#orders.adopt(adopted);
    this.#orders.start();
    return this.#orders;
  }

  get orders(): RunningOrders {
    if (this.#orders === null) throw new Error('not connected');
    return this.#orders;
  }

  child(price: string, orderQty: string, more: Partial<ChildOrder> = {}): ChildOrder {
    this.#intent += 1;
    return {
      childID: childIDOf({ desk: this.desk, epoch: 1, intent: this.#intent }),
      venueID: asVenueID('venue'),
      instrumentID: asInstrumentID('BTC/USDT'),
      venueSymbol: this.venueSymbol,
      side: 'buy',
      price: asPrice(decimal(price)),
      orderQty: asQty(decimal(orderQty)),
      timeInForce: 'GTC',
      ...more,
    };
  }

  submit(child: ChildOrder): ChildOrder {
    this.orders.submit(asDurable(asReserved(child)));
    return child;
  }

  amend({ childID, venueID }: ChildOrder, price: string, orderQty: string): void {
    const terms = { price: asPrice(decimal(price)), orderQty: asQty(decimal(orderQty)) };
    this.orders.amend(asDurable(asReserved({ childID, venueID, ...terms })));
  }

  of(child: ChildOrder): string[] {
    return this.reports
      .filter((report) => report.childID === child.childID)
      .map(inShort)
      .map((text) =>
        text.replace(/(Acknowledged|child) (?:\d+|[OT][A-Z2-7]{5}-[A-Z2-7]{5}-[A-Z2-7]{6})/, '$1'),
      );
  }

  state(): string {
    return (
      this.notices
        .flatMap((notice) => (notice.type === 'StateChanged' ? [notice.state] : []))
        .at(-1) ?? 'none'
    );
  }

  async ready(): Promise<void> {
    await until(
      () => this.state() === 'Ready',
      () => this.tell(),
    );
  }

  async hears(child: ChildOrder, expected: readonly string[], withinMs = 10_000): Promise<void> {
    await until(
      () => this.of(child).length >= expected.length,
      () => this.tell(),
      withinMs,
    );
    expect(this.of(child)).toEqual(expected);
  }

  tell(): string {
    return JSON.stringify(
      {
        reports: this.reports,
        notices: this.notices.slice(-8),
        failures: this.failures.map(String),
      },
      (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    );
  }

  listen(machine: VenueMarket): void {
    this.#market = runMarket(machine, this.ports, {
      booked: (books) => this.books.push(...books),
      traded: () => undefined,
      noticed: (notice) => this.notices.push(notice),
      failed: (error) => this.failures.push(error),
    });
    this.#market.start();
  }

  async control(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${this.exchange.urls.control}/control/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }

  /** Orders that the venue was sent under this client id, whatever became of them. */
  ordersAtVenue(child: ChildOrder): number {
    const account = this.exchange.exchange.accounts.get('client');
    return (
      account?.orders.filter((order) => order.placedClientOrderId === child.childID).length ?? 0
    );
  }

  openAtVenue(child: ChildOrder): number {
    const account = this.exchange.exchange.accounts.get('client');
    const named = account?.orders.filter((order) => order.placedClientOrderId === child.childID);
    return named?.filter(isOpen).length ?? 0;
  }

  async close(): Promise<void> {
    this.#orders?.close();
    this.#market?.close();
    this.ports.stop();
    await this.exchange.stop();
    expect(this.failures).toEqual([]);
  }
}
