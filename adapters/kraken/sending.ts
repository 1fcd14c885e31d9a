// Orders, cancels and amends on the private socket, each paid for from its pair's counter.
//
// Source: Kraken API Center, websocket-v2/{add_order,amend_order,cancel_order}, guides/{spot-amends,spot-ratelimits},
// mirrored 2026-08.

import type {
  Child,
  ChildLedger,
  Lines,
  OrderView,
  Session,
  Terms,
  Turn,
} from '../connection/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { ChildOrder } from '../../spec/venues/index.ts';
import type { Requests } from './requests.ts';
import type { UserStream } from './user-stream.ts';
import { addOrderParams, amendOrderParams } from './wire.ts';

export interface SendingParts {
  readonly turn: Turn;
  readonly orderDeadlineMs: number;
  readonly ledger: ChildLedger;
  readonly lines: Lines;
  readonly requests: Requests;
  readonly stream: UserStream;
}

export class Sending {
  readonly #parts: SendingParts;
  readonly #turn: Turn;
  readonly #requests: Requests;

  constructor(parts: SendingParts) {
    this.#parts = parts;
    this.#turn = parts.turn;
    this.#requests = parts.requests;
  }

  affordsOrder({ venueSymbol }: { readonly venueSymbol: string }): boolean {
    return this.#requests.affordsOrder(venueSymbol, this.#turn.now);
  }

  order(child: ChildOrder, { channel }: Session): void {
    this.#requests.spendOrder(child.venueSymbol, this.#turn.now);
    const purpose = { type: 'Place', childID: child.childID } as const;
    const params = addOrderParams(child, this.#deadline());
    this.#parts.stream.send(channel, purpose, 'add_order', params);
  }

  /**
   * One order in each request: an error answer of several names none of them. Each pair has a counter of its own,
   * and an older order costs less.
   */
  cancel({ childID, venueSymbol, sentAt }: Child, { channel }: Session): 'Sent' | 'ThisWaits' {
    if (!this.#requests.spendCancel(venueSymbol, sentAt, this.#turn.now)) return 'ThisWaits';
    const params = [['cl_ord_id', `["${childID}"]`]] as const;
    this.#parts.stream.send(channel, { type: 'Cancel', childID }, 'cancel_order', params);
    return 'Sent';
  }

  affordsAmend({ venueSymbol, sentAt }: Child): boolean {
    return this.#requests.affordsAmend(venueSymbol, sentAt, this.#turn.now);
  }

  amend({ childID, venueSymbol, sentAt }: Child, terms: Terms, { channel }: Session): void {
    this.#requests.spendAmend(venueSymbol, sentAt, this.#turn.now);
    const params = amendOrderParams(childID, terms, this.#deadline());
    this.#parts.stream.send(channel, { type: 'Amend', childID }, 'amend_order', params);
  }

  /** Of what is sent now, on the venue's clock. */
  #deadline(): EpochNs {
    return epochNs(this.#turn.venueNow + BigInt(this.#parts.orderDeadlineMs) * 1_000_000n);
  }

  /** Its age is not known: it is counted as the youngest. */
  cancelUnknown({ venueSymbol, venueOrderID }: OrderView): void {
    const { now } = this.#turn;
    const { lines, stream } = this.#parts;
    const line = lines.forOrders() ?? lines.forQuestions();
    if (line === null || !this.#requests.spendCancel(venueSymbol, now, now)) return;
    const params = [['order_id', JSON.stringify([venueOrderID])]] as const;
    stream.send(line.channel, { type: 'CancelUnknown', venueOrderID }, 'cancel_order', params);
  }

  /** The venue's word on the counter of the child's pair. */
  heed(childID: ChildID, isThrottled: boolean): void {
    const child = isThrottled ? this.#parts.ledger.child(childID) : null;
    if (child === null) return;
    this.#requests.exhaust(child.venueSymbol, this.#turn.now);
    const { venueSymbol } = child;
    this.#turn.remark('warn', 'the venue asks for patience with a pair', { venueSymbol });
  }
}
