// A socket at the gateway's FIX port that says whatever it is told to, well-formed or not, and reads answers.

import { type Socket, connect } from 'node:net';
import { type Fields, frameOf, shown, textOf, utc } from '../counterparties/fix-client.ts';
import { sleep } from '../counterparties/rig.ts';

const SOH = '\u0001';

export class RawPeer {
  readonly #socket: Socket;
  readonly #compID: string;
  #received = '';
  #read = 0;
  #isClosed = false;
  nextOut = 1;

  private constructor(socket: Socket, compID: string) {
    this.#socket = socket;
    this.#compID = compID;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.#received += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#isClosed = true;
    });
  }

  static async connect(port: number, compID = 'ACME'): Promise<RawPeer> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', () => resolve());
      socket.once('error', reject);
    });
    return new RawPeer(socket, compID);
  }

  /** Logs on with new sequence numbers, and reads all that follows it. */
  static async loggedOn(port: number, compID = 'ACME'): Promise<RawPeer> {
    for (let attempt = 0; ; attempt += 1) {
      const peer = await RawPeer.connect(port, compID);
      peer.say('A', [
        [98, '0'],
        [108, '30'],
        [141, 'Y'],
        [553, compID],
        [554, `${compID}-password`],
      ]);
      if ((await peer.hear()).includes('|35=A|')) {
        await sleep(50);
        peer.skip();
        return peer;
      }
      // The connection before may not have been seen to end.
      if (attempt > 20) throw new Error('no Logon');
      await sleep(50);
    }
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** A well-framed message under the next number, or under `msgSeqNum`; `header` goes over the usual one. */
  say(msgType: string, fields: Fields, header: Readonly<Record<number, string | null>> = {}): void {
    this.#socket.write(this.framed(msgType, fields, header), 'latin1');
  }

  framed(
    msgType: string,
    fields: Fields,
    header: Readonly<Record<number, string | null>> = {},
  ): string {
    const usual: Record<number, string | null> = {
      34: String(this.nextOut),
      49: this.#compID,
      56: 'CAUSEWAY',
      52: utc(),
      ...header,
    };
    if (header[34] === undefined) this.nextOut += 1;
    const head = [34, 49, 56, 52, 43, 97, 122].flatMap((tag): Fields => {
      const value = usual[tag];
      return value === undefined || value === null ? [] : [[tag, value]];
    });
    return frameOf(`35=${msgType}${SOH}${textOf(head)}${textOf(fields)}`);
  }

  write(bytes: string | Buffer): void {
    if (typeof bytes === 'string') this.#socket.write(bytes, 'latin1');
    else this.#socket.write(bytes);
  }

  /** The next message but Heartbeats, with bars for its separators; `closed` or `silence` where none comes. */
  async hear(ms = 15_000): Promise<string> {
    for (;;) {
      const message = await this.#next(ms);
      if (!message.includes('|35=0|')) return message;
    }
  }

  async #next(ms: number): Promise<string> {
    const until = Date.now() + ms;
    for (;;) {
      const match = /8=FIX\.4\.4\u00019=(\d+)\u0001/.exec(this.#received.slice(this.#read));
      const end =
        match === null ? 0 : this.#read + match.index + match[0].length + Number(match[1]) + 7;
      if (match !== null && this.#received.length >= end) {
        const text = this.#received.slice(this.#read, end);
        this.#read = end;
        return shown(text);
      }
      if (this.#isClosed) return 'closed';
      if (Date.now() > until) return 'silence';
      await sleep(2);
    }
  }

  /**
   * All that is said until a TestRequest of now is answered, or the session ends: by then whatever was
   * sent before has been answered, however busy the machine is.
   */
  async answers(): Promise<readonly string[]> {
    const all: string[] = [];
    const testReqID = `UNTIL ${this.nextOut}`;
    this.say('1', [[112, testReqID]]);
    for (;;) {
      const one = await this.#next(15_000);
      if (one === 'silence') throw new Error('a TestRequest was not answered');
      if (one.includes('|35=0|')) {
        if (one.includes(`|112=${testReqID}|`)) return all;
        continue;
      }
      all.push(one);
      if (one === 'closed' || one.includes('|35=5|')) return all;
    }
  }

  /** Forgets what came so far. */
  skip(): void {
    this.#read = this.#received.length;
    if (this.#read > 1_000_000) {
      this.#received = '';
      this.#read = 0;
    }
  }

  /** Ends the connection; `reset` within whatever is on its way. */
  close(how: 'end' | 'reset' = 'reset'): void {
    if (how === 'end') this.#socket.end();
    else this.#socket.resetAndDestroy();
  }
}
