// The operator's interface: POST with a JSON body and the token of the data folder, on loopback.
//
// Views say how the desk is. A command is journaled before it takes effect, and answered when that is
// durable; what was asked and refused is journaled too.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { AdminCommand, Recorded } from '../../spec/events/index.ts';
import type { Log } from '../../spec/ports/index.ts';
import type { AccountID, Instrument, InstrumentID, SessionID } from '../../spec/terms/index.ts';
import type { DeskView } from '../desk/index.ts';
import type { HoldingCompared } from '../process/index.ts';
import type { Action, Answer, DeskStatus } from '../telemetry/index.ts';
import { type BookMoment, type BookQuestion, type VenueBook, consolidatedBook } from './book.ts';
import { doubtRows } from './doubt-views.ts';
import { holdingRows } from './holding-views.ts';
import { type UnknownOrders, killRows, leftIn } from './kill-views.ts';
import { limitRows } from './limit-views.ts';
import { commandReaders, readBookQuestion, readInstrument, readKillTarget } from './requests.ts';
import { situationOf } from './situation.ts';
import { orderRows, positionRows, sessionRows, venueRows } from './views.ts';

/** The desk as its operator has it. */
export interface OperatedDesk {
  readonly view: DeskView;
  /** That the session may trade for. */
  accountsOf(sessionID: SessionID): readonly AccountID[];
  /** The instrument's books at all venues that list it, and how old they may be. */
  books(instrumentID: InstrumentID): readonly VenueBook[];
  moment(): BookMoment;
  /** What venues have open beside its orders. */
  readonly unknownOrders: UnknownOrders;
  /** What venues say that we have, beside what is booked. */
  holdings(): readonly HoldingCompared[];
  /** Settles when what it came to is durable; rejects where that cannot be known. */
  operate(command: AdminCommand): Promise<readonly Recorded[]>;
}

export interface OperatorParts {
  readonly token: string;
  readonly log: Log;
  status(): DeskStatus;
  /** Null while it starts: nothing can be asked of it yet. */
  desk(): OperatedDesk | null;
}

/** Orders in one answer; a desk with more open is looked at by other means. */
const ORDERS_MOST = 10_000;
const PREFIX = '/operator/';

/** By path. */
export function operatorActions(parts: OperatorParts): ReadonlyMap<string, Action> {
  const views: readonly (readonly [string, (desk: DeskView) => unknown])[] = [
    ['venues', (desk) => ({ venues: venueRows(desk, parts.status().venues) })],
    ['sessions', (desk) => ({ sessions: sessionRows(desk, parts.status().sessions) })],
    ['orders', (desk) => ({ open: desk.orders.size, orders: orderRows(desk, ORDERS_MOST) })],
    ['positions', (desk) => ({ positions: positionRows(desk) })],
    ['doubts', (desk) => ({ doubts: doubtRows(desk) })],
  ];
  const actions = new Map<string, Action>();
  for (const [name, view] of views) {
    actions.set(
      `${PREFIX}${name}`,
      guarded(parts, (desk) => json(200, view(desk.view))),
    );
  }
  actions.set(
    `${PREFIX}recon`,
    guarded(parts, (desk) => json(200, { holdings: holdingRows(desk.holdings()) })),
  );
  actions.set(
    `${PREFIX}kills`,
    guarded(parts, ({ view, unknownOrders }) =>
      json(200, { kills: killRows(view, unknownOrders) }),
    ),
  );
  actions.set(
    `${PREFIX}limits`,
    guarded(parts, ({ view, accountsOf }) => json(200, { limits: limitRows(view, accountsOf) })),
  );
  actions.set(
    `${PREFIX}kill/reach`,
    guarded(parts, ({ view, unknownOrders }, body) => {
      const target = readKillTarget(body);
      return target.ok
        ? json(200, leftIn(view, target.value, unknownOrders))
        : json(400, { problems: target.error });
    }),
  );
  actions.set(
    `${PREFIX}book`,
    guarded(parts, (desk, body) => {
      const question = readBookQuestion(body);
      return question.ok ? bookOf(desk, question.value) : json(400, { problems: question.error });
    }),
  );
  actions.set(
    `${PREFIX}situation`,
    guarded(parts, (desk, body) => {
      const asked = readInstrument(body);
      if (!asked.ok) return json(400, { problems: asked.error });
      return ofInstrument(desk, asked.value.symbol, (instrument) =>
        situationOf(instrument, desk.books(instrument.instrumentID), desk.moment()),
      );
    }),
  );
  for (const [name, read] of commandReaders) {
    const act = guarded(parts, (desk, body) => {
      const command = read(body);
      return command.ok ? performed(desk, command.value) : json(400, { problems: command.error });
    });
    actions.set(`${PREFIX}${name}`, act);
  }
  return actions;
}

function guarded(
  parts: OperatorParts,
  act: (desk: OperatedDesk, body: unknown) => Answer | Promise<Answer>,
): Action {
  const expected = digest(`Bearer ${parts.token}`);
  return async ({ authorization, body, path }) => {
    // Digests, so that neither time nor length says how near a guess was.
    if (!timingSafeEqual(expected, digest(authorization))) {
      parts.log.warn({ path }, 'a request to the operator interface had no valid token');
      return json(401, { problems: ['the token is not the one in the data folder'] });
    }
    const desk = parts.desk();
    if (desk === null) return json(503, { problems: ['the desk is starting'] });
    let parsed: unknown;
    try {
      parsed = JSON.parse(body);
    } catch {
      return json(400, { problems: ['the body is no JSON'] });
    }
    return act(desk, parsed);
  };
}

function bookOf(desk: OperatedDesk, question: BookQuestion): Answer {
  return ofInstrument(desk, question.symbol, ({ instrumentID }) =>
    consolidatedBook(question, desk.books(instrumentID), desk.moment()),
  );
}

function ofInstrument(
  desk: OperatedDesk,
  symbol: string,
  view: (instrument: Instrument) => unknown,
): Answer {
  const instruments = [...desk.view.instruments.values()];
  const found = instruments.find((one) => one.symbol === symbol);
  if (found !== undefined) return json(200, view(found));
  const known = instruments.map((one) => one.symbol).join(', ');
  return json(400, { problems: [`no instrument ${symbol}, there is: ${known}`] });
}

/** 200 with its events, 409 with the desk's reason; 500 where its outcome is in doubt. */
async function performed(desk: OperatedDesk, command: AdminCommand): Promise<Answer> {
  let recorded: readonly Recorded[];
  try {
    recorded = await desk.operate(command);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return json(500, { problems: [`whether it was done is in doubt: ${text}`] });
  }
  for (const { event } of recorded) {
    if (event.type === 'AdminRefused') return json(409, { problems: [event.text] });
    if (event.type === 'CommandRefused') return json(409, { problems: [event.error] });
  }
  const events = recorded.map(({ sequence, event }) => ({ sequence, type: event.type }));
  return json(200, { events });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function json(status: number, body: unknown): Answer {
  return { status, contentType: 'application/json', body: `${JSON.stringify(body)}\n` };
}
