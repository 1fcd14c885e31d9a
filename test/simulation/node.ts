// The node and the signing process, as the desk reaches them: questions over HTTP, whose answers come late, twice, from
// an older head, or not at all.

import { SELECTORS } from '../../adapters/uniswap/calls.ts';
import {
  type Address,
  type Json,
  type JsonObject,
  addressWord,
  intWord,
  isArray,
  isObject,
  quantity,
  uintWord,
} from '../../adapters/chain/index.ts';
import type { HttpClient } from '../../adapters/connection/index.ts';
import type { HttpOutcome, SigningAnswer, SigningTransaction } from '../../adapters/port/index.ts';
import {
  type SigningPolicy,
  type Spent,
  judge,
  recordSpent,
} from '../../adapters/signer/policy.ts';
import { readRequest } from '../../adapters/signer/request.ts';
import { type Block, type ModelledChain, hashOf } from './chain.ts';
import { type Signed, baseIsToken0 } from './chain-execution.ts';
import { Broken, type Life, type World } from './world.ts';

type Question = Parameters<HttpClient['send']>[0];

export interface NodeParts {
  readonly world: World;
  readonly chain: ModelledChain;
  readonly chainID: number;
  readonly policy: SigningPolicy;
  /** Bytes leave for the node. */
  left(signed: Signed): void;
}

/** What is asked of the node's contracts by a seed's configuration. */
const COIN = 10n ** 24n;
const NS_PER_S = 1_000_000_000n;

/** Both outlive the desk's processes. */
export class SimulatedNode {
  readonly #parts: NodeParts;
  readonly #life: Life = { name: 'node', isOver: false };
  /** Blocks that its answers are behind the chain's head. */
  #lag = 0;
  #isDown = false;
  #isSignerAway = false;
  /** Of the signer: durable before it signs. */
  #spent: readonly Spent[] = [];

  constructor(parts: NodeParts) {
    this.#parts = parts;
  }

  /** As one process of the desk has it. */
  of(life: Life): HttpClient {
    return {
      send: (question, done) => this.#send(life, question, done),
      close: () => undefined,
    };
  }

  /** Once a step, while there are faults. */
  act(): void {
    const { world, chain } = this.#parts;
    const { chance } = chain.terms;
    const later = (delayMs: number, run: () => void) => world.after(this.#life, delayMs, run);
    if (this.#lag === 0 && world.fault(3, 'node: behind', chance)) {
      this.#lag = chance.between(1, 4);
      later(chance.between(1_000, 8_000), () => {
        this.#lag = 0;
      });
    }
    if (!this.#isDown && world.fault(2, 'node: restarted', chance)) {
      this.#isDown = true;
      chain.forgetPending();
      later(chance.between(200, 6_000), () => {
        this.#isDown = false;
      });
    }
    if (!this.#isSignerAway && world.fault(2, 'signer: away', chance)) {
      this.#isSignerAway = true;
      later(chance.between(200, 10_000), () => {
        this.#isSignerAway = false;
      });
    }
  }

  #send(life: Life, question: Question, done: (outcome: HttpOutcome) => void): void {
    const { world, chain } = this.#parts;
    const { chance } = chain.terms;
    const answer = (delayMs: number, outcome: HttpOutcome) =>
      world.after(life, delayMs, () => done(outcome), 'in passing');
    const delayMs = chance.between(1, 60);
    if (question.url.startsWith('unix:')) return this.#askSigner(question, delayMs, answer);
    const body: unknown = JSON.parse(question.body ?? '{}');
    const { method, params } = body as {
      readonly method: string;
      readonly params: readonly Json[];
    };
    const raw = method === 'eth_sendRawTransaction' ? signedIn(params[0]) : null;
    if (raw !== null) this.#parts.left(raw);
    if (this.#isDown) return void answer(delayMs, failed('ECONNREFUSED'));
    if (world.fault(8, 'node: request lost', chance)) {
      return void answer(question.timeoutMs, failed('no answer in time'));
    }
    if (raw !== null && world.fault(60, 'node: told twice', chance)) {
      const laterMs = chance.between(1, 9_000);
      world.after(this.#life, laterMs, () => void chain.received(raw), 'in passing');
    }
    // What is asked has its effect where it arrives, whether anyone hears of it or not.
    world.after(
      this.#life,
      delayMs,
      () => {
        const outcome = raw === null ? this.#read(method, params) : this.#taken(raw);
        if (world.fault(8, 'node: answer lost', chance)) {
          return answer(question.timeoutMs - delayMs, failed('no answer in time'));
        }
        if (world.fault(6, 'node: a page of HTML', chance)) return answer(1, html());
        const isLate = world.fault(8, 'node: answer late', chance);
        return answer(isLate ? chance.between(500, 4_000) : chance.between(1, 40), outcome);
      },
      'in passing',
    );
  }

  #taken(signed: Signed): HttpOutcome {
    const refusal = this.#parts.chain.received(signed);
    return refusal === null ? result(signed.hash) : refused(-32_000, refusal);
  }

  // ---- Reading ------------------------------------------------------------------------------------

  /** The chain as this node has it now. */
  get #view(): readonly Block[] {
    const { blocks } = this.#parts.chain;
    return this.#lag === 0 ? blocks : blocks.slice(0, -this.#lag);
  }

  #read(method: string, params: readonly Json[]): HttpOutcome {
    const [first = null, second = null] = params;
    switch (method) {
      case 'eth_chainId':
        return result(quantity(this.#parts.chainID));
      case 'eth_getBlockByNumber':
        return result(blockJson(this.#blockNumbered(first)));
      case 'eth_getBlockByHash':
        return result(blockJson(this.#view.find(({ hash }) => hash === first) ?? null));
      case 'eth_getTransactionReceipt':
        return result(this.#receipt(first));
      case 'eth_getLogs':
        return this.#logs(first);
      default:
        return this.#atBlock(second, (block) => this.#stateOf(method, first, block));
    }
  }

  #atBlock(place: Json, answer: (block: Block) => string): HttpOutcome {
    const hash = isObject(place) ? place['blockHash'] : null;
    const block = isObject(place)
      ? (this.#view.find((one) => one.hash === hash) ?? null)
      : this.#blockNumbered(place);
    return block === null ? refused(-32_001, 'Resource not found') : result(answer(block));
  }

  #stateOf(method: string, asked: Json, block: Block): string {
    switch (method) {
      case 'eth_getTransactionCount':
        return quantity(block.nonce);
      case 'eth_getBalance':
        return quantity(COIN);
      case 'eth_call':
        return this.#called(asked, block);
      default:
        throw new Broken('the modelled node knows the question', method);
    }
  }

  #blockNumbered(number: Json): Block | null {
    if (number === 'latest') return this.#view.at(-1) ?? null;
    const wanted = typeof number === 'string' ? Number(number) : -1;
    return this.#view.find((block) => block.number === wanted) ?? null;
  }

  #receipt(hash: Json): Json {
    for (const block of this.#view) {
      const mined = block.mined.find((one) => one.hash === hash);
      if (mined === undefined) continue;
      return {
        transactionHash: mined.hash,
        blockHash: block.hash,
        blockNumber: quantity(block.number),
        status: mined.succeeded ? '0x1' : '0x0',
        gasUsed: quantity(mined.gasUsed),
        effectiveGasPrice: quantity(mined.gasPrice),
        logs: mined.logs.map((log, index) => ({ ...log, logIndex: quantity(index) })),
      };
    }
    return null;
  }

  #logs(filter: Json): HttpOutcome {
    const hash = isObject(filter) ? filter['blockHash'] : null;
    const address = isObject(filter) ? filter['address'] : null;
    const wanted = isArray(address ?? undefined) ? (address as readonly Json[]) : [];
    const block = this.#view.find((one) => one.hash === hash);
    if (block === undefined) return refused(-32_000, 'unknown block');
    const logs = block.logs
      .map((log, index) => ({ ...log, logIndex: quantity(index) }))
      .filter((log) => wanted.includes(log.address));
    return result(logs);
  }

  /** The few functions that the adapter reads by. */
  #called(asked: Json, block: Block): string {
    const { to, data } = callIn(asked);
    const { terms } = this.#parts.chain;
    const selector = data.slice(0, 10);
    const argument = (index: number): string => data.slice(10 + 64 * index, 74 + 64 * index);
    const [token0, token1] = baseIsToken0(terms)
      ? [terms.base, terms.quote]
      : [terms.quote, terms.base];
    const { pool } = block;
    switch (selector) {
      case SELECTORS.balanceOf:
        return `0x${uintWord(block.balances.get(to) ?? 0n)}`;
      case SELECTORS.allowance: {
        const spender = `0x${argument(1).slice(24)}`;
        return `0x${uintWord(block.allowances.get(`${to} ${spender}`) ?? 0n)}`;
      }
      case SELECTORS.token0:
        return `0x${addressWord(token0)}`;
      case SELECTORS.token1:
        return `0x${addressWord(token1)}`;
      case SELECTORS.decimals:
        return `0x${uintWord(to === terms.base ? 18n : 6n)}`;
      case SELECTORS.getPair:
      case SELECTORS.getPool:
        return `0x${addressWord(terms.pool)}`;
      case SELECTORS.fee:
        return `0x${uintWord(BigInt(pool.feePips))}`;
      case SELECTORS.getReserves:
        if (pool.type !== 'V2') break;
        return `0x${uintWord(pool.reserve0)}${uintWord(pool.reserve1)}${uintWord(0n)}`;
      case SELECTORS.slot0:
        if (pool.type !== 'V3') break;
        return `0x${uintWord(pool.sqrtPriceX96)}${intWord(BigInt(pool.tick))}`;
      case SELECTORS.liquidity:
        if (pool.type !== 'V3') break;
        return `0x${uintWord(pool.liquidity)}`;
      case SELECTORS.tickSpacing:
        if (pool.type !== 'V3') break;
        return `0x${uintWord(BigInt(pool.tickSpacing))}`;
      case SELECTORS.getPopulatedTicksInWord: {
        if (pool.type !== 'V3') break;
        const word = Number(BigInt.asIntN(256, BigInt(`0x${argument(1)}`)));
        const found = pool.ticks.filter(
          ([tick]) => Math.floor(tick / pool.tickSpacing / 256) === word,
        );
        const rows = found.map(([tick, net]) => {
          const gross = net < 0n ? -net : net;
          return `${intWord(BigInt(tick))}${intWord(net)}${uintWord(gross)}`;
        });
        return `0x${uintWord(32n)}${uintWord(BigInt(found.length))}${rows.join('')}`;
      }
    }
    throw new Broken('the modelled node knows the call', `${selector} of ${to}`);
  }

  // ---- The signer ---------------------------------------------------------------------------------

  #askSigner(
    { url, body, timeoutMs }: Question,
    delayMs: number,
    answer: (delayMs: number, outcome: HttpOutcome) => void,
  ): void {
    const { world, chain } = this.#parts;
    const { account, chance } = chain.terms;
    if (this.#isSignerAway) return answer(delayMs, failed('ENOENT'));
    if (url.endsWith('/account')) {
      return answer(delayMs, answered(JSON.stringify({ type: 'Account', account })));
    }
    const found = JSON.stringify(this.#sign(body ?? ''));
    if (world.fault(20, 'signer: answer lost', chance)) {
      return answer(timeoutMs, failed('no answer in time'));
    }
    return answer(delayMs, answered(found));
  }

  /** By its own policy, as the signing process does; the signature is none. */
  #sign(text: string): SigningAnswer {
    const { world, policy, chain } = this.#parts;
    const request = readRequest(text);
    if (!request.ok) throw new Broken('the signer is asked as it has to be', request.error);
    const now = Number(world.now / NS_PER_S);
    const view = { account: chain.terms.account, now, spent: this.#spent };
    const judged = judge(request.value, policy, view);
    if (judged.type === 'Refused') {
      world.count('signer: refused');
      world.tell('signer', `refuses: ${judged.text}`);
      return judged;
    }
    this.#spent = recordSpent(this.#spent, judged.spending, now);
    const signed = request.value.transactions.map((transaction) => {
      const raw = `0x${Buffer.from(JSON.stringify(transaction)).toString('hex')}`;
      return { raw, hash: hashOf(raw) };
    });
    return { type: 'Signed', signed };
  }
}

function signedIn(raw: Json | undefined): Signed {
  if (typeof raw !== 'string') throw new Broken('a transaction is sent as bytes', String(raw));
  const text = Buffer.from(raw.slice(2), 'hex').toString('utf8');
  return { hash: hashOf(raw), transaction: JSON.parse(text) as SigningTransaction };
}

function callIn(asked: Json): { readonly to: Address; readonly data: string } {
  const { to, data } = isObject(asked) ? asked : ({} as JsonObject);
  if (typeof to !== 'string' || typeof data !== 'string') {
    throw new Broken('a call has an address and data', JSON.stringify(asked));
  }
  return { to: to.toLowerCase() as Address, data };
}

function blockJson(block: Block | null): Json {
  if (block === null) return null;
  return {
    number: quantity(block.number),
    hash: block.hash,
    parentHash: block.parentHash,
    timestamp: quantity(block.timestamp),
    baseFeePerGas: quantity(block.baseFee),
  };
}

function answered(body: string, status = 200): HttpOutcome {
  return { type: 'Answered', status, headers: {}, body };
}

function result(found: Json): HttpOutcome {
  return answered(JSON.stringify({ jsonrpc: '2.0', id: 1, result: found }));
}

function refused(code: number, message: string): HttpOutcome {
  return answered(JSON.stringify({ jsonrpc: '2.0', id: 1, error: { code, message } }));
}

function failed(cause: string): HttpOutcome {
  return { type: 'Failed', cause };
}

function html(): HttpOutcome {
  return answered('<html>Bad Gateway</html>', 502);
}
