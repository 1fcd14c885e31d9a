// One order as a decision changes it: each event is tried on a copy, so that what follows from it can be
// decided in the same turn, and nothing has changed if the decision throws.

import type { Event, ParentOrder } from '../../../spec/events/index.ts';
import type { DeskView } from '../evolve/state.ts';
import { evolveOrder, isOrderEvent, newOrder } from '../evolve/order.ts';
import type { Context } from './context.ts';

export class Draft {
  readonly state: DeskView;
  readonly context: Context;
  readonly events: Event[] = [];
  #order: ParentOrder | null;
  #nextIntent: number;

  constructor(state: DeskView, context: Context, order: ParentOrder | null) {
    this.state = state;
    this.context = context;
    this.#order = order;
    this.#nextIntent = state.nextIntent;
  }

  /** The order as it stands behind the events so far. */
  get order(): ParentOrder {
    if (this.#order === null) throw new Error('this decision has no order');
    return this.#order;
  }

  takeIntent(): number {
    const intent = this.#nextIntent;
    this.#nextIntent += 1;
    return intent;
  }

  emit(event: Event): void {
    this.events.push(event);
    if (event.type === 'OrderAccepted') this.#order = newOrder(event, this.context.now);
    else if (event.type === 'OrderRecalled') this.#order = event.order;
    else if (isOrderEvent(event)) this.#order = evolveOrder(this.order, event, this.context.now);
  }
}
