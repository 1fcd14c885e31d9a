// A recorded capture through a venue's own market machine: this is its shell, with the recording as the world.
//
// Its time is the recording's. What the machine asks for is answered as soon as the recording holds the answer, or
// by the adapter where the recording need not hold it (grids). Nobody waits: what was recorded was sent for.

import type { CaptureRecord, CapturedMarket, MachineAction, MarketInput } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { BookSnapshot, MarketTrade, VenueNotice } from '../../spec/venues/index.ts';
import type { BackoffPolicy } from './backoff.ts';

/** For machines that are led through a recording: a second try waits for what is recorded, not for its turn. */
export const NO_WAITING: BackoffPolicy = { firstMs: 0, maxMs: 0, spread: 0, seed: 0 };

/** What came of one record. */
export interface Replayed {
  readonly books: readonly BookSnapshot[];
  readonly trades: readonly MarketTrade[];
  readonly notices: readonly VenueNotice[];
}

/** As the real shell's. A silence in the recording is one tick: nobody knows whether the line lived. */
const TICK_NS = 100_000_000n;

/** Mutable: one machine on its way through one recording. */
export class CaptureReplay {
  readonly #captured: CapturedMarket;
  #now: EpochNs = epochNs(0n);
  #tickedAt: EpochNs | null = null;
  /** The line that is read. */
  #open: string | null = null;
  /** A line that the machine has asked for, not open yet. */
  #wanted: string | null = null;
  /** By topic: questions without an answer. */
  readonly #asked = new Map<string, string>();
  /** By topic: the newest recorded answer that nobody had asked for. */
  readonly #kept = new Map<string, string>();
  readonly #waiting: MarketInput[] = [];
  #books: BookSnapshot[] = [];
  #trades: MarketTrade[] = [];
  #notices: VenueNotice[] = [];

  constructor(captured: CapturedMarket) {
    this.#captured = captured;
  }

  get captured(): CapturedMarket {
    return this.#captured;
  }

  /** `now` never runs backwards, whatever the recorder's clock did. */
  take(record: CaptureRecord): Replayed {
    this.#books = [];
    this.#trades = [];
    this.#notices = [];
    this.#advance(record);
    switch (record.type) {
      case 'Connected':
        this.#connected();
        break;
      case 'Frame':
        this.#heard(record.frame);
        break;
      case 'Answer':
        this.#answered(record.url, record.body);
        break;
      case 'Aside':
        break;
      default:
        unreachable(record);
    }
    return { books: this.#books, trades: this.#trades, notices: this.#notices };
  }

  #advance(record: CaptureRecord): void {
    const at = record.type === 'Aside' ? null : record.at;
    if (at !== null && at > this.#now) this.#now = at;
    if (at === null) return;
    if (this.#tickedAt === null) this.#step({ type: 'Started', now: this.#now });
    else if (this.#now - this.#tickedAt < TICK_NS) return;
    this.#tick();
  }

  #tick(): void {
    this.#tickedAt = this.#now;
    this.#step({ type: 'ClockTicked', now: this.#now });
  }

  /** The recorder connected: what was open before is over. */
  #connected(): void {
    if (this.#tickedAt === null) return; // An address without a time: the first frame opens it.
    const channel = this.#open;
    if (channel !== null) {
      this.#open = null;
      const cause = 'the recording connects again';
      this.#step({ type: 'ChannelClosed', channel, cause, now: this.#now });
    }
    this.#openWanted();
  }

  #openWanted(): void {
    if (this.#open === null && this.#wanted === null) this.#tick(); // Its next try is due.
    if (this.#open !== null || this.#wanted === null) return;
    this.#open = this.#wanted;
    this.#wanted = null;
    this.#step({ type: 'ChannelOpened', channel: this.#open, now: this.#now });
  }

  #heard(frame: Uint8Array): void {
    this.#openWanted(); // A recording may begin in the middle of its line.
    if (this.#open === null) return;
    this.#step({ type: 'FrameReceived', channel: this.#open, frame, now: this.#now });
  }

  #answered(url: string, body: string): void {
    const topic = this.#captured.topicOf(url);
    if (topic === null) return;
    if (this.#asked.has(topic)) return this.#reply(topic, body);
    this.#kept.set(topic, body);
  }

  #reply(topic: string, body: string): void {
    const requestID = this.#asked.get(topic);
    if (requestID === undefined) return;
    this.#asked.delete(topic);
    const outcome = { type: 'Answered', status: 200, headers: {}, body } as const;
    this.#step({ type: 'HttpReplied', requestID, outcome, now: this.#now });
  }

  /** One input, and whatever it brings about at once. */
  #step(input: MarketInput): void {
    this.#waiting.push(input);
    if (this.#waiting.length > 1) return; // Within a step: its turn comes.
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const output = this.#captured.market.step(next);
      this.#books.push(...output.books);
      this.#trades.push(...output.trades);
      this.#notices.push(...output.notices);
      for (const action of output.actions) this.#perform(action);
      this.#waiting.shift();
    }
  }

  #perform(action: MachineAction): void {
    switch (action.type) {
      case 'OpenChannel':
        this.#wanted = action.channel;
        return;
      case 'CloseChannel':
        if (this.#open === action.channel) this.#open = null;
        if (this.#wanted === action.channel) this.#wanted = null;
        return;
      case 'SendFrame': {
        const { channel } = action;
        for (const text of this.#captured.replies(action.text)) {
          const frame = new TextEncoder().encode(text);
          this.#step({ type: 'FrameReceived', channel, frame, now: this.#now });
        }
        return;
      }
      case 'SendHttp': {
        const topic = this.#captured.topicOf(action.url);
        if (topic === null) return;
        this.#asked.set(topic, action.requestID);
        const kept = this.#kept.get(topic) ?? this.#captured.answer(topic);
        this.#kept.delete(topic);
        if (kept !== null) this.#reply(topic, kept);
        return;
      }
      default:
        unreachable(action);
    }
  }
}
