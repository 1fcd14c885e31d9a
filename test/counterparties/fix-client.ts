// A FIX 4.4 client that shares no code with the gateway: it keeps its numbers over connections, asks for
// what it missed, sends again what it is asked for, and says what the gateway did wrong.

import { appendFileSync } from 'node:fs';
import { type Socket, connect } from 'node:net';

const SOH = '\u0001';

/** Tag and value, in the order of the wire. */
export type Fields = readonly (readonly [number, string])[];

export interface FixMessage {
  readonly msgType: string;
  readonly msgSeqNum: number;
  readonly possDup: boolean;
  readonly possResend: boolean;
  readonly fields: Fields;
  /** Of the first field with this tag; null where there is none. */
  get(tag: number): string | null;
}

export interface FixClientOptions {
  readonly port: number;
  readonly compID: string;
  /** Absent: the CompID. */
  readonly username?: string;
  readonly password: string;
  /** Seconds. */
  readonly heartBtInt: number;
  /** Each Logon carries ResetSeqNumFlag=Y; nothing of the connection before is sent again. */
  readonly resets: boolean;
  /** Every message in and out is appended to it; null: nowhere. */
  readonly logFile: string | null;
  /** Application messages and Rejects, in the order of their numbers, each number once. */
  received(message: FixMessage): void;
  loggedOn?(): void;
  /** The connection ended, or the gateway logged out. */
  ended?(cause: string): void;
  /** The gateway broke a rule of the session. */
  violated(rule: string): void;
}

interface Sent {
  readonly msgType: string;
  readonly body: string;
  readonly sendingTime: string;
}

/** How long after a lost connection the next is tried. */
const RECONNECT_MS = 25;
const ADMIN: ReadonlySet<string> = new Set(['0', '1', '2', '4', '5', 'A']);

export class FixClient {
  readonly #options: FixClientOptions;
  /** Connected, or on its way: there is one at a time, and only its own end brings the next. */
  #current: Socket | null = null;
  /** Connected. */
  #socket: Socket | null = null;
  #pending = '';
  #beatAt = 0;
  #stoodStillAt = 0;
  #nextIn = 1;
  #nextOut = 1;
  /** Application messages of this epoch, for resends. */
  #sent = new Map<number, Sent>();
  /** Messages behind a gap. */
  #early = new Map<number, FixMessage>();
  #askedTo = 0;
  #isLoggedOn = false;
  #isStopped = true;
  #isAway = false;
  #lastSentAt = 0;
  #lastHeardAt = 0;
  #retry: NodeJS.Timeout | undefined;
  #timers: NodeJS.Timeout[] = [];
  #logLines: string[] = [];

  constructor(options: FixClientOptions) {
    this.#options = options;
  }

  get isLoggedOn(): boolean {
    return this.#isLoggedOn;
  }

  /** When the gateway last said anything at all, in milliseconds since 1970. */
  get lastHeardAt(): number {
    return this.#lastHeardAt;
  }

  get nextIn(): number {
    return this.#nextIn;
  }

  /** No gap is open. */
  get isWhole(): boolean {
    return this.#early.size === 0 && this.#nextIn > this.#askedTo;
  }

  /** Connects, and does so again whenever the connection ends. */
  start(): void {
    this.#isStopped = false;
    const { logFile } = this.#options;
    if (logFile !== null) appendFileSync(logFile, ''); // It is there from the first moment.
    this.#connect();
    this.#beatAt = Date.now();
    const every = Math.max(100, this.#options.heartBtInt * 250);
    this.#timers.push(setInterval(() => this.#beat(), every));
    this.#timers.push(setInterval(() => this.#writeLog(), 500));
  }

  get isAway(): boolean {
    return this.#isAway;
  }

  /** Drops the connection without a word, and stays away until `comeBack`. */
  leave(): void {
    this.#isAway = true;
    this.#current?.destroy();
  }

  comeBack(): void {
    if (!this.#isAway) return;
    this.#isAway = false;
    clearTimeout(this.#retry);
    if (this.#current === null) this.#connect();
  }

  /** Reads nothing more from the connection that there is, and still sends heartbeats. */
  hold(): void {
    this.#socket?.pause();
  }

  /** Reads on. */
  readOn(): void {
    this.#socket?.resume();
  }

  /** Logs out, and does not come back. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    clearTimeout(this.#retry);
    const socket = this.#socket;
    if (socket === null) this.#current?.destroy();
    if (socket !== null) {
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      if (this.#isLoggedOn) this.#admin('5', [[58, 'good night']]);
      setTimeout(() => socket.destroy(), 300);
      await closed;
    }
    this.#writeLog();
  }

  /** Sends an application message; false while logged off, and then nothing is kept of it. */
  send(msgType: string, fields: Fields): boolean {
    if (!this.#isLoggedOn || this.#socket === null) return false;
    const sendingTime = utc();
    const body = textOf(fields);
    const msgSeqNum = this.#nextOut;
    this.#nextOut += 1;
    this.#sent.set(msgSeqNum, { msgType, body, sendingTime });
    this.#write(this.#frame(msgType, msgSeqNum, { sendingTime, header: '', body }));
    return true;
  }

  /** Bytes as they are, on the connection as it is: for what no client should send. */
  sendRaw(bytes: string | Buffer): void {
    this.#socket?.write(bytes);
  }

  #connect(): void {
    if (this.#isStopped || this.#isAway) return;
    const socket = connect(this.#options.port, '127.0.0.1');
    this.#current = socket;
    let cause = 'the gateway closed the connection';
    socket.setNoDelay(true);
    socket.on('connect', () => {
      this.#socket = socket;
      this.#pending = '';
      this.#logOn();
    });
    socket.on('data', (chunk) => {
      this.#lastHeardAt = Date.now();
      this.#receive(chunk.toString('latin1'));
    });
    socket.on('error', (error) => {
      cause = error.message;
    });
    socket.on('close', () => {
      const wasOpen = this.#socket === socket;
      if (wasOpen) this.#socket = null;
      this.#current = null;
      this.#log('!', cause);
      const wasLoggedOn = this.#isLoggedOn;
      this.#isLoggedOn = false;
      this.#early.clear();
      this.#askedTo = 0;
      if (wasOpen && !this.#isStopped && !this.#isAway) {
        this.#options.ended?.(wasLoggedOn ? cause : `before the Logon was answered: ${cause}`);
      }
      if (!this.#isAway) this.#retry = setTimeout(() => this.#connect(), RECONNECT_MS);
    });
  }

  #logOn(): void {
    const { compID, username = compID, password, heartBtInt, resets } = this.#options;
    if (resets) {
      this.#nextIn = 1;
      this.#nextOut = 1;
      this.#sent = new Map();
    }
    this.#admin('A', [
      [98, '0'],
      [108, String(heartBtInt)],
      ...(resets ? [[141, 'Y'] as const] : []),
      [553, username],
      [554, password],
    ]);
  }

  /** This process itself has just said nothing for longer than the interval: the gateway may end what stays silent. */
  get stoodStill(): boolean {
    return Date.now() - this.#stoodStillAt < this.#options.heartBtInt * 3_000;
  }

  #beat(): void {
    const { heartBtInt } = this.#options;
    const now = Date.now();
    if (now - this.#beatAt > heartBtInt * 1_000) this.#stoodStillAt = now;
    this.#beatAt = now;
    if (this.#isLoggedOn && now - this.#lastSentAt >= heartBtInt * 900) this.#admin('0', []);
  }

  #receive(chunk: string): void {
    this.#pending += chunk;
    for (;;) {
      const match = /^8=FIX\.4\.4\u00019=(\d+)\u0001/.exec(this.#pending);
      if (match === null) {
        if (this.#pending.length > 30)
          this.#options.violated(`no FIX: ${this.#pending.slice(0, 40)}`);
        return;
      }
      const end = match[0].length + Number(match[1]) + 7;
      if (this.#pending.length < end) return;
      const whole = this.#pending.slice(0, end);
      this.#pending = this.#pending.slice(end);
      this.#log('<', whole);
      const sum = checkSum(whole.slice(0, -7));
      if (whole.slice(-7) !== `10=${sum}${SOH}`) {
        this.#options.violated(`CheckSum is not ${sum}: ${shown(whole)}`);
        continue;
      }
      this.#take(messageOf(whole));
    }
  }

  #take(message: FixMessage): void {
    const { msgType, msgSeqNum, possDup } = message;
    if (message.get(49) !== 'CAUSEWAY' || message.get(56) !== this.#options.compID) {
      this.#options.violated(`CompIDs of another session: ${describe(message)}`);
    }
    if (msgType === '4' && message.get(123) !== 'Y') {
      this.#options.violated('SequenceReset without GapFillFlag=Y');
      this.#nextIn = Number(message.get(36));
      return;
    }
    if (msgSeqNum < this.#nextIn) {
      if (!possDup) {
        const expected = `expected ${this.#nextIn}`;
        this.#options.violated(`MsgSeqNum too low, ${expected}: ${describe(message)}`);
      }
      return;
    }
    // Answered whatever its number: otherwise two sides could wait for each other.
    if (msgType === '2') this.#sendAgain(Number(message.get(7)), Number(message.get(16)));
    if (msgType === 'A') {
      this.#isLoggedOn = true;
      this.#options.loggedOn?.();
    }
    if (msgSeqNum > this.#nextIn) {
      this.#early.set(msgSeqNum, message);
      this.#askForGap(msgSeqNum - 1);
      return;
    }
    this.#use(message);
    for (;;) {
      const next = this.#early.get(this.#nextIn);
      if (next === undefined) break;
      this.#early.delete(this.#nextIn);
      this.#use(next);
    }
    for (const early of this.#early.keys()) {
      if (early < this.#nextIn) this.#early.delete(early);
    }
    if (this.#early.size > 0) this.#askForGap(Math.min(...this.#early.keys()) - 1);
  }

  #askForGap(to: number): void {
    if (this.#nextIn <= this.#askedTo) return;
    this.#askedTo = to;
    this.#admin('2', [
      [7, String(this.#nextIn)],
      [16, String(to)],
    ]);
  }

  /** A message whose turn it is. */
  #use(message: FixMessage): void {
    const { msgType } = message;
    if (msgType === '4') {
      const next = Number(message.get(36));
      if (next <= this.#nextIn) this.#options.violated(`GapFill backwards: ${describe(message)}`);
      else this.#nextIn = next;
      return;
    }
    this.#nextIn += 1;
    if (msgType === '1') this.#admin('0', [[112, message.get(112) ?? '']]);
    if (msgType === '5') {
      this.#options.ended?.(`Logout: ${message.get(58)}`);
      if (!this.#isStopped) this.#admin('5', []);
      this.#isLoggedOn = false;
    }
    if (!ADMIN.has(msgType)) this.#options.received(message);
  }

  #sendAgain(from: number, asked: number): void {
    const to = asked === 0 ? this.#nextOut - 1 : Math.min(asked, this.#nextOut - 1);
    let gapFrom = 0;
    for (let number = from; number <= to; number += 1) {
      const sent = this.#sent.get(number);
      if (sent === undefined) {
        if (gapFrom === 0) gapFrom = number;
        continue;
      }
      if (gapFrom > 0) this.#fillGap(gapFrom, number);
      gapFrom = 0;
      const header = `43=Y${SOH}122=${sent.sendingTime}${SOH}`;
      const { msgType, body } = sent;
      this.#write(this.#frame(msgType, number, { sendingTime: utc(), header, body }));
    }
    if (gapFrom > 0) this.#fillGap(gapFrom, to + 1);
  }

  #fillGap(from: number, next: number): void {
    const sendingTime = utc();
    const header = `43=Y${SOH}122=${sendingTime}${SOH}`;
    const body = textOf([
      [123, 'Y'],
      [36, String(next)],
    ]);
    this.#write(this.#frame('4', from, { sendingTime, header, body }));
  }

  #admin(msgType: string, fields: Fields): void {
    const msgSeqNum = this.#nextOut;
    this.#nextOut += 1;
    const body = textOf(fields);
    this.#write(this.#frame(msgType, msgSeqNum, { sendingTime: utc(), header: '', body }));
  }

  #frame(
    msgType: string,
    msgSeqNum: number,
    rest: { readonly sendingTime: string; readonly header: string; readonly body: string },
  ): string {
    const { compID } = this.#options;
    const { sendingTime, header, body } = rest;
    const text =
      `35=${msgType}${SOH}34=${msgSeqNum}${SOH}49=${compID}${SOH}56=CAUSEWAY${SOH}` +
      `52=${sendingTime}${SOH}${header}${body}`;
    return frameOf(text);
  }

  #write(text: string): void {
    this.#lastSentAt = Date.now();
    this.#log('>', text);
    this.#socket?.write(text, 'latin1');
  }

  #log(direction: string, text: string): void {
    if (this.#options.logFile === null) return;
    this.#logLines.push(`${new Date().toISOString()} ${direction} ${shown(text)}\n`);
  }

  #writeLog(): void {
    const { logFile } = this.#options;
    if (logFile === null || this.#logLines.length === 0) return;
    appendFileSync(logFile, this.#logLines.join(''));
    this.#logLines = [];
  }
}

/** `text` from MsgType on, with BeginString, BodyLength and CheckSum put around it. */
export function frameOf(text: string): string {
  const head = `8=FIX.4.4${SOH}9=${text.length}${SOH}${text}`;
  return `${head}10=${checkSum(head)}${SOH}`;
}

/** With bars for the separators, and no password. */
export function shown(text: string): string {
  return text.replaceAll(SOH, '|').replace(/\|554=[^|]*/, '|554=***');
}

export function describe(message: FixMessage): string {
  return shown(textOf(message.fields));
}

export function textOf(fields: Fields): string {
  return fields.map(([tag, value]) => `${tag}=${value}${SOH}`).join('');
}

export function utc(at: Date = new Date()): string {
  return at.toISOString().replaceAll('-', '').replace('T', '-').slice(0, -1);
}

function messageOf(whole: string): FixMessage {
  const fields: (readonly [number, string])[] = [];
  for (const field of whole.split(SOH)) {
    const equals = field.indexOf('=');
    if (equals > 0) fields.push([Number(field.slice(0, equals)), field.slice(equals + 1)]);
  }
  const get = (tag: number): string | null => fields.find(([one]) => one === tag)?.[1] ?? null;
  return {
    msgType: get(35) ?? '',
    msgSeqNum: Number(get(34)),
    possDup: get(43) === 'Y',
    possResend: get(97) === 'Y',
    fields,
    get,
  };
}

function checkSum(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  return String(sum % 256).padStart(3, '0');
}
