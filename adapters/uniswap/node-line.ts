// Questions to a node on their way: each is remembered by its request until it is answered.

import {
  type HttpAnswer,
  type RpcQuestion,
  type RpcReply,
  readReply,
  rpcBody,
} from '../chain/index.ts';
import type { HttpOutcome, MachineAction } from '../port/index.ts';

/** Mutable: one for each machine. `About` is what the machine wants to know again with the answer. */
export class NodeLine<About> {
  readonly #url: string;
  readonly #timeoutMs: number;
  readonly #waiting = new Map<string, About>();
  #asked = 0;

  constructor(url: string, timeoutMs: number) {
    this.#url = url;
    this.#timeoutMs = timeoutMs;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  ask(question: RpcQuestion, about: About): MachineAction {
    return this.post(this.#url, rpcBody(question), about);
  }

  /** JSON to another address than the node's. */
  post(url: string, body: string, about: About): MachineAction {
    this.#asked += 1;
    const requestID = `ask-${this.#asked}`;
    this.#waiting.set(requestID, about);
    return {
      type: 'SendHttp',
      requestID,
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      body,
      timeoutMs: this.#timeoutMs,
    };
  }

  /** What was asked under this id, once; null: nothing, or it was forgotten. */
  take(requestID: string): About | null {
    const about = this.#waiting.get(requestID);
    this.#waiting.delete(requestID);
    return about ?? null;
  }

  /** Answers to what was asked so far are of no interest any more. */
  forget(): void {
    this.#waiting.clear();
  }
}

export function replyOf(outcome: HttpOutcome): RpcReply {
  if (outcome.type === 'Failed') return { type: 'Unknown', cause: outcome.cause };
  const answer: HttpAnswer = outcome;
  return readReply(answer);
}
