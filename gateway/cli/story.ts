// `causeway story`: what became of one order, in the order of its journal.

import {
  type Dictionary,
  dictionaryOf,
  versionOfBeginString,
  ExecType,
  OrdStatus,
  OrdType,
  Side,
  Tag,
  TimeInForce,
} from '../../spec/dictionaries/index.ts';
import type { EventOf } from '../../spec/events/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import type { Limits } from '../../spec/terms/index.ts';
import {
  asPrice,
  formatDecimal,
  formatNotional,
  isoTime,
  notional,
} from '../../spec/units/index.ts';
import { checks, strictest } from '../../risk/index.ts';
import { MessageView } from '../fix/index.ts';
import { JournalCorrupt, JournalRefused, openJournalReader } from '../journal/index.ts';
import { FillExecType } from '../orderentry/index.ts';
import { loadJournalForms } from '../process/index.ts';
import { ExitCode } from './exit-codes.ts';
import { createOutput, type Output, table, visible } from './output.ts';
import { tellEvent } from './story-events.ts';
import { fixText, readStory, type Story, type StoryMessage } from './story-reading.ts';

export async function tellStory(
  id: string,
  options: { readonly folder: string; readonly json: boolean },
): Promise<ExitCode> {
  const out = createOutput(options);
  try {
    const journal = openJournalReader(options.folder);
    try {
      const story = readStory({ journal, ...(await loadJournalForms()) }, id);
      if (story === null) {
        const { firstSequence } = journal;
        const since =
          firstSequence === 1
            ? ''
            : `, whose log begins with record ${firstSequence}: what was before it is in its archives`;
        out.error(
          `causeway: no order with the OrderID or ClOrdID ${JSON.stringify(id)} in ${options.folder}${since}`,
        );
        return ExitCode.FailedCheck;
      }
      tell(out, story);
      return ExitCode.Done;
    } finally {
      journal.close();
    }
  } catch (error) {
    if (error instanceof JournalRefused) {
      out.error(`causeway: ${error.message}`);
      return ExitCode.Refused;
    }
    if (!(error instanceof JournalCorrupt)) throw error;
    out.error(`causeway: ${error.message}`);
    return ExitCode.FailedCheck;
  }
}

interface Step {
  readonly at: EpochNs;
  readonly sequence: number;
  /** Within one sequence: message in, checks, event, message out. */
  readonly rank: number;
  readonly what: string;
  readonly how: string;
}

function tell(out: Output, story: Story): void {
  const steps = stepsOf(story).toSorted((a, b) => a.sequence - b.sequence || a.rank - b.rank);
  for (const { at, sequence, what, how } of steps) {
    out.object({ at: isoTime(at), sequence, what, how });
  }
  if (out.json) return;
  const [first] = steps;
  const day = first === undefined ? '' : isoTime(first.at).slice(0, 10);
  out.line(out.style('bold', `${story.orderID ?? 'No order came of it'}, ${day} UTC`));
  out.line();
  const rows = steps.map(({ at, sequence, what, how }) => [
    isoTime(at).slice(11, 26),
    String(sequence),
    what,
    how,
  ]);
  out.line(table(['time', 'seq', 'what', 'how'], rows, ['seq']));
}

function stepsOf(story: Story): readonly Step[] {
  const events = story.events.flatMap(({ sequence, at, event }): readonly Step[] => {
    const own = { at, sequence, rank: 2, ...tellEvent(event) };
    if (event.type === 'OrderAccepted')
      return [...accepted(event, story.limits, { at, sequence }), own];
    if (event.type === 'OrderRejected') return [...rejected(event, { at, sequence }), own];
    return [own];
  });
  return [...events, ...withoutRepeats(story.messages).map(tellMessage)];
}

interface At {
  readonly at: EpochNs;
  readonly sequence: number;
}

/** Every check has passed: what it compared, as the event and the limits of that moment say. */
function accepted(
  event: EventOf<'OrderAccepted'>,
  limits: readonly Limits[],
  at: At,
): readonly Step[] {
  const { account, instrumentID, symbol, instrumentVersion, orderQty, worstPrice } = event;
  const placed = { sessionID: event.origin.sessionID, account, instrumentID };
  const quote = symbol.slice(symbol.indexOf('/') + 1);
  const qty = strictest(limits, 'maxOrderQty', placed);
  const amount = strictest(limits, 'maxOrderNotional', placed);
  const collar = strictest(limits, 'priceCollarBps', placed);
  const cost = formatNotional(notional(worstPrice, orderQty));
  const said: Readonly<Record<string, string>> = {
    knownInstrument: `${symbol}, version ${instrumentVersion}`,
    knownAccount: account,
    maxOrderQty: `${formatDecimal(orderQty)}; ${limitText(qty, (value) => formatDecimal(value))}`,
    priceCollar:
      `${formatDecimal(event.price ?? worstPrice)} against a mid of ` +
      `${formatDecimal(asPrice(event.referencePrice))}; ${limitText(collar, (bps) => `${bps} bp`)}`,
    maxOrderNotional: `${cost} ${quote}; ${limitText(amount, (value) => `${formatNotional(value)} ${quote}`)}`,
  };
  return checks.map(([name]) => {
    const how = said[name] === undefined ? `${name} passed` : `${name} passed: ${said[name]}`;
    return { ...at, rank: 1, what: 'check', how };
  });
}

function limitText<T>(
  limit: { readonly amount: T; readonly whose: string } | null,
  format: (amount: T) => string,
): string {
  return limit === null ? 'no limit is set' : `${limit.whose} limit is ${format(limit.amount)}`;
}

/** The first refusal wins: those before it have passed, those behind it were not asked. */
function rejected(event: EventOf<'OrderRejected'>, at: At): readonly Step[] {
  const names = checks.map(([name]) => name);
  const refused = names.indexOf(event.check);
  return names.slice(0, refused + 1).map((name, index) => {
    const how = index === refused ? `${name} refused: ${event.text}` : `${name} passed`;
    return { ...at, rank: 1, what: 'check', how };
  });
}

interface Sent extends StoryMessage {
  /** How often it was sent again under a new number. */
  readonly repeats: number;
}

/** A report that may not have arrived is sent again with PossResend=Y: told once, and counted. */
function withoutRepeats(messages: readonly StoryMessage[]): readonly Sent[] {
  const told: Sent[] = [];
  for (const message of messages) {
    const text = fixText(message.bytes);
    const execID = /\|17=[^|]+\|/.exec(text)?.[0];
    const first = told.findIndex(
      ({ bytes }) => execID !== undefined && fixText(bytes).includes(execID),
    );
    const before = told[first];
    if (before === undefined || !text.includes('|97=Y|')) told.push({ ...message, repeats: 0 });
    else told[first] = { ...before, repeats: before.repeats + 1 };
  }
  return told;
}

function tellMessage({ direction, sequence, at, bytes, repeats }: Sent): Step {
  const dictionary = dictionaryFor(bytes);
  const view = new MessageView(dictionary);
  const isIn = direction === 'in';
  const garbled = view.read(bytes);
  const name = dictionary.messages.get(view.msgType)?.name ?? view.msgType;
  const said = garbled === null ? `${name} ${fieldsOf(view)}` : visible(fixText(bytes));
  const again = repeats === 0 ? '' : `; sent again with PossResend(97)=Y: ${repeats} times`;
  return {
    at,
    sequence,
    rank: isIn ? 0 : 3,
    what: isIn ? 'FIX in' : 'FIX out',
    how: `${said}${again}`,
  };
}

/** Of the version that it begins with; the newest has the names of all that travel over FIXT.1.1. */
function dictionaryFor(bytes: Uint8Array): Dictionary {
  const [, beginString] = /^8=([^|]*)\|/.exec(fixText(bytes.subarray(0, 16))) ?? [];
  return dictionaryOf(versionOfBeginString(beginString ?? '') ?? 'FIX.5.0SP2');
}

/** Beginning, length and sum say nothing about the order. */
const FRAME: ReadonlySet<string> = new Set(['BeginString', 'BodyLength', 'MsgType', 'CheckSum']);

const WORDS: ReadonlyMap<number, ReadonlyMap<string, string>> = new Map([
  [Tag.Side, namesOf(Side)],
  [Tag.OrdType, namesOf(OrdType)],
  [Tag.TimeInForce, namesOf(TimeInForce)],
  [Tag.ExecType, namesOf({ ...FillExecType, ...ExecType })],
  [Tag.OrdStatus, namesOf(OrdStatus)],
]);

function namesOf(codes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(codes).map(([word, code]) => [code, `[${word}]`]));
}

function fieldsOf(view: MessageView): string {
  const fields: string[] = [];
  for (let at = 0; at < view.count; at += 1) {
    const tag = view.tagAt(at);
    const name = view.dictionary.fields.get(tag)?.name ?? 'unknown';
    if (FRAME.has(name)) continue;
    const value = view.textAt(at);
    const word = WORDS.get(tag)?.get(value);
    fields.push(`${name}(${tag})=${value}${word === undefined ? '' : ` ${word}`}`);
  }
  return fields.join(' ');
}
