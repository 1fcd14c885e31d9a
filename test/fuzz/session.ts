// What a session owes to any peer: no exception, numbers that only go on, messages of its own that are good, and memory
// within its bounds.

import { Framer } from '../../gateway/fix/codec/framer.ts';
import { MessageView } from '../../gateway/fix/codec/message-view.ts';
import { MessageWriter } from '../../gateway/fix/codec/message-writer.ts';
import { validate } from '../../gateway/fix/codec/validate.ts';
import { defaultSessionSettings } from '../../gateway/fix/session/settings.ts';
import { memoryStore } from '../../gateway/fix/store.ts';
import { SessionDriver } from '../../gateway/fix/transport/driver.ts';
import { memoryGate } from '../../gateway/fix/transport/memory-gate.ts';
import { fix44 } from '../../spec/dictionaries/index.ts';
import type { EpochNs, Log } from '../../spec/ports/index.ts';
import { wrapped } from './wrapped.ts';

const START = 1_795_262_400_000_000_000n; // 2026-11-21T12:00:00Z
const SECOND = 1_000_000_000n;
const STEP_SEPARATOR = 0x0a;
const MAX_STEPS = 64;
/** Beyond it what is kept for after a gap would not be bounded. */
const MAX_EARLY_BYTES = 1_048_576;
const nothing = (): void => undefined;
const log: Log = { error: nothing, warn: nothing, info: nothing, debug: nothing };

/**
 * Steps, a line each, by their first byte: `L` a Logon, `+` seconds of the clock, `s` a message of ours, `o` our Logout,
 * `x` the connection breaks and comes again, `r` raw bytes; anything else is a body, `MSGTYPE|fields`, in a right
 * header with the next number, or with one `#N` further on.
 */
export function fuzzSession(input: Uint8Array): void {
  const session = new Session();
  let from = 0;
  for (let steps = 0; from < input.length && steps < MAX_STEPS; steps += 1) {
    const end = input.indexOf(STEP_SEPARATOR, from);
    const to = end < 0 ? input.length : end;
    session.step(input.subarray(from, to));
    from = to + 1;
  }
}

class Session {
  readonly #driver: SessionDriver;
  readonly #writer = new MessageWriter();
  readonly #view = new MessageView(fix44);
  #now = START;
  #last = { epoch: 0, nextIn: 0 };
  #framer = new Framer();

  constructor() {
    const store = memoryStore(100);
    this.#driver = new SessionDriver({
      rules: {
        settings: {
          ...defaultSessionSettings,
          role: 'Acceptor',
          beginString: 'FIX.4.4',
          senderCompID: 'CW',
          targetCompID: 'PEER',
        },
        dictionary: fix44,
        authenticate: () => true,
      },
      store,
      application: { deliver: nothing, loggedOn: nothing, loggedOff: nothing },
      gate: memoryGate(store),
      clock: { now: () => this.#now as EpochNs },
      log,
    });
    this.#open();
  }

  step(bytes: Uint8Array): void {
    const rest = bytes.subarray(1);
    switch (String.fromCharCode(bytes[0] ?? 0)) {
      case 'L':
        this.#send(Buffer.concat([Buffer.from('A|98=0|108=30|'), rest]), 0);
        break;
      case '+':
        this.#now += SECOND * BigInt(rest[0] ?? 1);
        this.#driver.tick();
        break;
      case 's':
        this.#driver.send(
          this.#writer.begin('j').string(372, 'D').int(380, 0).string(58, text(rest)).end(),
        );
        break;
      case 'o':
        this.#driver.logout(text(rest));
        break;
      case 'x':
        this.#driver.closed('fuzz');
        this.#open();
        break;
      case 'r':
        this.#driver.receive(rest.slice());
        break;
      case '#':
        this.#send(rest.subarray(1), (rest[0] ?? 0) % 32);
        break;
      default:
        this.#send(bytes, 0);
    }
    this.#check();
  }

  #open(): void {
    if (this.#driver.isConnected) return;
    this.#framer = new Framer();
    this.#driver.open({
      write: (bytes) => this.#written(bytes),
      queuedBytes: 0,
      end: () => queueMicrotask(nothing),
      destroy: nothing,
    });
  }

  /** In a right header, `ahead` of the number that is expected. */
  #send(body: Uint8Array, ahead: number): void {
    const bar = body.indexOf(0x7c);
    const msgType = text(body.subarray(0, bar < 0 ? body.length : bar));
    const fields = bar < 0 ? new Uint8Array(0) : body.subarray(bar + 1);
    const time = new Date(Number(this.#now / 1_000_000n)).toISOString();
    const stamp = `${time.slice(0, 10).replaceAll('-', '')}-${time.slice(11, 23)}`;
    const number = this.#driver.state.nextInMsgSeqNum + ahead;
    const head = `35=${msgType}|49=PEER|56=CW|34=${number}|52=${stamp}|`;
    this.#driver.receive(wrapped(Buffer.concat([Buffer.from(head, 'latin1'), fields]), 'FIX.4.4'));
  }

  /** What leaves is whole and good by the same dictionary. */
  #written(bytes: Uint8Array): boolean {
    this.#framer.push(bytes);
    for (let frame = this.#framer.next(); frame !== 'More'; frame = this.#framer.next()) {
      if (frame !== 'Message') throw new Error(`what leaves is no message: ${frame}`);
      const { bytes: sent, start, end } = this.#framer;
      const cause = this.#view.read(sent, start, end);
      const problem = cause === null ? validate(this.#view) : null;
      if (cause !== null || problem !== null)
        throw new Error(`what leaves is wrong: ${cause ?? problem?.text}`);
    }
    return true;
  }

  #check(): void {
    const { epoch, nextInMsgSeqNum, earlyBytes } = this.#driver.state;
    const { epoch: before, nextIn } = this.#last;
    if (epoch < before || (epoch === before && nextInMsgSeqNum < nextIn))
      throw new Error(`numbers went back: ${before}/${nextIn} to ${epoch}/${nextInMsgSeqNum}`);
    if (earlyBytes > MAX_EARLY_BYTES) throw new Error(`${earlyBytes} bytes are kept after a gap`);
    this.#last = { epoch, nextIn: nextInMsgSeqNum };
  }
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
