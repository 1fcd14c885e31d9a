// A recorded capture through a venue's own market machine, in the shell that runs it on a desk: the recording is the
// world that the shell is given.
//
// Its time is the recording's. What the machine asks for is answered as soon as the recording holds the answer, or
// by the adapter where the recording need not hold it (grids). Nobody waits: what was recorded was sent for.

import type { CaptureRecord, CapturedMarket } from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { epochNs } from '../../spec/units/index.ts';
import type { BookSnapshot, MarketTrade, VenueNotice } from '../../spec/venues/index.ts';
import type { BackoffPolicy } from './backoff.ts';
import type { HttpClient, HttpQuestion } from './http.ts';
import { type RunningMarket, type ShellPorts, runMarket } from './shell.ts';
import type { SocketEvents, Sockets } from './sockets.ts';

/** For machines that are led through a recording: a second try waits for what is recorded, not for its turn. */
export const NO_WAITING: BackoffPolicy = { firstMs: 0, maxMs: 0, spread: 0, seed: 0 };

/** What came of one record. */
export interface Replayed {
  readonly books: readonly BookSnapshot[];
  readonly trades: readonly MarketTrade[];
  readonly notices: readonly VenueNotice[];
}

/** As the real timers'. A silence in the recording is one tick: nobody knows whether the line lived. */
const TICK_NS = 100_000_000n;

/** Mutable: one machine on its way through one recording. */
export class CaptureReplay {
  readonly #captured: CapturedMarket;
  readonly #market: RunningMarket;
  readonly #encoder = new TextEncoder();
  #now: EpochNs = epochNs(0n);
  #tick: () => void = () => undefined;
  #tickedAt: EpochNs | null = null;
  /** The line that is read. */
  #open: SocketEvents | null = null;
  /** A line that the machine has asked for, not open yet. */
  #wanted: SocketEvents | null = null;
  /** By topic: who waits for an answer. */
  readonly #asked = new Map<string, Parameters<HttpClient['send']>[1]>();
  /** By topic: the newest recorded answer that nobody had asked for. */
  readonly #kept = new Map<string, string>();
  #books: BookSnapshot[] = [];
  #trades: MarketTrade[] = [];
  #notices: VenueNotice[] = [];

  constructor(captured: CapturedMarket) {
    this.#captured = captured;
    this.#market = runMarket(captured.market, this.#world(), {
      booked: (books) => void this.#books.push(...books),
      traded: (trades) => void this.#trades.push(...trades),
      noticed: (notice) => void this.#notices.push(notice),
      failed(error) {
        throw error; // A bug of the adapter: the recording that shows it is at hand.
      },
    });
  }

  get captured(): CapturedMarket {
    return this.#captured;
  }

  /** Time never runs backwards, whatever the recorder's clock did. */
  take(record: CaptureRecord): Replayed {
    this.#books = [];
    this.#trades = [];
    this.#notices = [];
    if (record.type !== 'Aside' && record.at !== null) this.#advance(record.at);
    switch (record.type) {
      case 'Connected':
        this.#connected();
        break;
      case 'Frame':
        this.#openWanted(); // A recording may begin in the middle of its line.
        this.#open?.received(record.frame);
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

  #advance(at: EpochNs): void {
    if (at > this.#now) this.#now = at;
    if (this.#tickedAt === null) this.#market.start();
    else if (this.#now - this.#tickedAt < TICK_NS) return;
    this.#tickNow();
  }

  #tickNow(): void {
    this.#tickedAt = this.#now;
    this.#tick();
  }

  /** The recorder connected: what was open before is over. */
  #connected(): void {
    if (this.#tickedAt === null) return; // An address without a time: the first frame opens it.
    const before = this.#open;
    this.#open = null;
    before?.closed('the recording connects again');
    this.#openWanted();
  }

  #openWanted(): void {
    if (this.#open === null && this.#wanted === null) this.#tickNow(); // Its next try is due.
    if (this.#open !== null || this.#wanted === null) return;
    this.#open = this.#wanted;
    this.#wanted = null;
    this.#open.opened();
  }

  #answered(url: string, body: string): void {
    const topic = this.#captured.topicOf(url);
    if (topic === null) return;
    if (this.#asked.has(topic)) this.#reply(topic, body);
    else this.#kept.set(topic, body);
  }

  #reply(topic: string, body: string): void {
    const done = this.#asked.get(topic);
    this.#asked.delete(topic);
    done?.({ type: 'Answered', status: 200, headers: {}, body });
  }

  #world(): ShellPorts {
    return {
      clock: { now: () => this.#now },
      timers: {
        after: () => ({ cancel: () => undefined }), // The shell itself waits for nothing.
        every: (_periodMs, fire) => {
          this.#tick = fire;
          return { cancel: () => undefined };
        },
      },
      sockets: this.#sockets(),
      http: { send: (question, done) => this.#ask(question, done), close: () => undefined },
    };
  }

  #sockets(): Sockets {
    return {
      open: (_url, events) => {
        this.#wanted = events;
        return {
          send: (text) => {
            for (const reply of this.#captured.replies(text)) {
              events.received(this.#encoder.encode(reply));
            }
          },
          close: () => {
            if (this.#open === events) this.#open = null;
            if (this.#wanted === events) this.#wanted = null;
          },
          pause: () => undefined,
          resume: () => undefined,
        };
      },
    };
  }

  #ask({ url }: HttpQuestion, done: Parameters<HttpClient['send']>[1]): void {
    const topic = this.#captured.topicOf(url);
    if (topic === null) return;
    this.#asked.set(topic, done);
    const known = this.#kept.get(topic) ?? this.#captured.answer(topic);
    this.#kept.delete(topic);
    if (known !== null) this.#reply(topic, known);
  }
}
