// Laws of amends: whatever becomes of requests, answers and events, what is told is what the venue has.

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EpochNs } from '../../../../spec/ports/index.ts';
import { formatDecimal } from '../../../../spec/units/index.ts';
import {
  CONFIG,
  ScriptedKraken,
  type SentFrame,
  amended,
  child,
  restOrder,
} from './scripted-line.ts';

const ONE = child(1, '2'); // 2 at 100.5.
const DEADLINE_NS = 1_000_000_000n;
const QUICK = { ...CONFIG, orderDeadlineMs: 1_000, queryLagMs: 500, answerBoundMs: 1_500 };

interface Terms {
  readonly price: number;
  readonly qty: number;
}

/** A request as the venue has it: `Over` once it is done, or refused. */
interface Request {
  readonly frame: SentFrame;
  readonly terms: Terms;
  readonly sentAt: EpochNs;
  fate: 'Open' | 'Done' | 'Over';
}

/** The venue's side: one order, the requests that have reached it, and when it does what with them. */
class Venue {
  readonly line = new ScriptedKraken(QUICK).ready();
  terms: Terms = { price: 100.5, qty: 2 };
  told: Terms = this.terms;
  sent = 0;
  settled = 0;
  #request: Request | null = null;

  constructor() {
    this.line.answer(this.line.submit(ONE), { order_id: 'O1' });
    this.#list();
    this.line.reports.length = 0;
  }

  #list(): void {
    const descr = {
      pair: 'XBTUSDT',
      type: 'buy',
      ordertype: 'limit',
      price: `${this.terms.price}`,
    };
    this.line.open = {
      O1: restOrder({ cl_ord_id: ONE.childID, vol: `${this.terms.qty}`, descr }),
    };
  }

  amend(terms: Terms): void {
    this.line.amend(ONE.childID, `${terms.price}`, `${terms.qty}`);
    if (!this.line.has('amend_order')) return this.check();
    const frame = this.line.take('amend_order');
    this.sent += 1;
    this.#request = { frame, terms, sentAt: this.line.now, fate: 'Open' };
  }

  carryOut(isTold: boolean): void {
    const request = this.#request;
    if (request?.fate !== 'Open' || this.line.now > request.sentAt + DEADLINE_NS) return;
    request.fate = 'Done';
    this.terms = request.terms;
    this.#list();
    if (isTold) this.line.executed(amended('O1', this.terms.price, this.terms.qty));
    this.check();
  }

  answer(): void {
    const request = this.#request;
    if (request === null) return;
    if (request.fate === 'Open') request.fate = 'Over';
    if (request.fate === 'Done') this.line.answer(request.frame, { amend_id: 'T1' });
    else this.line.refuse(request.frame, 'EOrder:Insufficient funds');
    this.check();
  }

  sayNothing(): void {
    if (this.#request !== null) this.line.refuse(this.#request.frame, 'EService:Busy');
    this.check();
  }

  cut(): void {
    const before = this.line.opened.length;
    this.line.drop();
    while (this.line.opened.length === before) this.pass(100);
    this.line.connect();
    this.check();
  }

  pass(ms: number): void {
    for (let passed = 0; passed < ms; passed += 100) {
      this.line.wait(100);
      this.check();
    }
  }

  /** What was just told is so, and stays so. */
  check(): void {
    for (const report of this.line.reports.splice(0)) {
      if (report.type === 'Amended') {
        this.told = {
          price: Number(formatDecimal(report.price)),
          qty: Number(formatDecimal(report.orderQty)),
        };
        expect(this.told).toEqual(this.terms);
        this.settled += 1;
      }
      if (report.type !== 'AmendRefused' || report.text.startsWith('not sent')) continue;
      const request = this.#request;
      const isPast = request !== null && this.line.now > request.sentAt + DEADLINE_NS;
      expect([request?.fate, isPast]).not.toEqual(['Open', false]); // It might still be done.
      expect(request?.fate).not.toBe('Done');
      this.settled += 1;
    }
  }
}

const terms = fc.record({
  price: fc.integer({ min: 90, max: 99 }),
  qty: fc.integer({ min: 1, max: 9 }),
});
const step = fc.oneof(
  terms.map((of) => (venue: Venue) => venue.amend(of)),
  fc.boolean().map((isTold) => (venue: Venue) => venue.carryOut(isTold)),
  fc.constant((venue: Venue) => venue.answer()),
  fc.constant((venue: Venue) => venue.sayNothing()),
  fc.constant((venue: Venue) => venue.cut()),
  fc.integer({ min: 1, max: 25 }).map((tenths) => (venue: Venue) => venue.pass(tenths * 100)),
);

test('each amend is settled once, and as the venue has it: done is Amended, refused is never done', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 25 }), (steps) => {
      const venue = new Venue();
      for (const one of steps) one(venue);
      venue.pass(12_000); // Beyond the deadline, the lag, and a question more.
      expect(venue.told).toEqual(venue.terms);
      expect(venue.settled).toBe(venue.sent);
    }),
    { numRuns: 60 },
  );
});
