// A drop copy's other end: it keeps every copy by its ExecID, over all its connections, and says what came
// out of order, twice, or with other figures. Now and then it reads nothing for a while.

import { FixClient, type FixMessage, describe } from '../../counterparties/fix-client.ts';
import { HEART_BT_INT, type Told, toldIn } from './trader.ts';

export interface ConsumerOptions {
  readonly name: string;
  readonly port: number;
  /** ResetSeqNumFlag=Y in every Logon. */
  readonly resets: boolean;
  readonly logFile: string;
  readonly random: () => number;
  /** Is the gateway being killed or stopped? */
  readonly mayDie: () => boolean;
}

/** A copy, with what it says beyond the client's report. */
export interface Copied {
  readonly told: Told;
  /** ClOrdLinkID(583): its parent's OrderID, of a child's report; empty otherwise. */
  readonly parentID: string;
  readonly client: string;
  readonly venueOrderID: string;
  readonly childID: string;
  readonly venueExecID: string;
}

/** Looks so often whether to stop reading, and for how long. */
const PACE_MS = 400;
const HELD_CHANCE = 0.15;
const HELD_AT_MOST_MS = 1_500;

export class Consumer {
  readonly name: string;
  readonly client: FixClient;
  readonly copies = new Map<string, Copied>();
  readonly violations: string[] = [];
  /** Copies that came again with PossResend=Y. */
  repeated = 0;
  readonly #options: ConsumerOptions;
  #last = [0, 0];
  #pacing: NodeJS.Timeout | null = null;

  constructor(options: ConsumerOptions) {
    this.#options = options;
    this.name = options.name;
    this.client = new FixClient({
      port: options.port,
      compID: options.name,
      password: `${options.name}-password`,
      heartBtInt: HEART_BT_INT,
      resets: options.resets,
      logFile: options.logFile,
      received: (message) => this.#received(message),
      ended: (cause) => {
        if (options.mayDie() || this.client.stoodStill) return;
        this.violations.push(`the session died: ${cause}`);
      },
      violated: (rule) => this.violations.push(rule),
    });
  }

  start(): void {
    this.client.start();
    this.#pacing = setInterval(() => this.#pace(), PACE_MS);
  }

  /** From here on it reads whatever comes. */
  pause(): void {
    if (this.#pacing !== null) clearInterval(this.#pacing);
    this.#pacing = null;
    this.client.readOn();
  }

  #pace(): void {
    const { random, mayDie } = this.#options;
    if (random() >= HELD_CHANCE || mayDie()) return;
    this.client.hold();
    setTimeout(() => this.client.readOn(), random() * HELD_AT_MOST_MS);
  }

  #received(message: FixMessage): void {
    if (message.msgType !== '8') {
      this.violations.push(`not expected: ${describe(message)}`);
      return;
    }
    const copied = copiedIn(message);
    const { execID } = copied.told;
    const before = this.copies.get(execID);
    if (before === undefined) {
      this.copies.set(execID, copied);
      return this.#inOrder(execID);
    }
    this.repeated += 1;
    if (!message.possResend) {
      this.violations.push(`ExecID came again without PossResend: ${describe(message)}`);
    }
    if (JSON.stringify(before) !== JSON.stringify(copied)) {
      this.violations.push(`ExecID came again with other figures: ${describe(message)}`);
    }
  }

  /** What is new comes in the order of the journal: ExecIDs are desk, sequence, ordinal. */
  #inOrder(execID: string): void {
    const [, sequence = 0, ordinal = 0] = execID.split('-').map(Number);
    const [before = 0, ordinalBefore = 0] = this.#last;
    if (sequence < before || (sequence === before && ordinal <= ordinalBefore)) {
      this.violations.push(`${execID} came behind ${before}-${ordinalBefore}`);
    }
    this.#last = [sequence, ordinal];
  }
}

function copiedIn(message: FixMessage): Copied {
  const text = (tag: number): string => message.get(tag) ?? '';
  const parentID = text(583);
  return {
    told: toldIn(message),
    parentID,
    client: text(448),
    venueOrderID: text(198),
    childID: parentID === '' ? text(526) : text(11),
    venueExecID: text(527),
  };
}
