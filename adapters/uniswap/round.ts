// What the node says at one head: collected whole before anything follows from it.

import {
  type Address,
  type Block,
  type Json,
  type Receipt,
  type RpcQuestion,
  quantity,
  quantityOf,
  readBlock,
  readReceipt,
  textOf,
} from '../chain/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { allowanceCall, balanceCall, firstWord } from './calls.ts';

export type RoundAsked =
  | { readonly type: 'Receipt'; readonly hash: string }
  /** The newest block that no reorganisation reaches. */
  | { readonly type: 'FinalBlock' }
  | { readonly type: 'CountAtHead' }
  | { readonly type: 'CountAtFinal' }
  | { readonly type: 'Coin' }
  | { readonly type: 'Balance'; readonly token: Address }
  | { readonly type: 'Allowance'; readonly token: Address; readonly router: Address };

export interface RoundQuestion {
  readonly asked: RoundAsked;
  readonly question: RpcQuestion;
}

export interface RoundTerms {
  readonly account: Address;
  readonly tokens: readonly Address[];
  readonly routers: readonly Address[];
  /** Blocks behind the head that are final; null: the node's own tag says so. */
  readonly finalDepth: number | null;
}

/** Mutable: one for each head that is looked at. */
export class Round {
  readonly head: Block;
  readonly receipts = new Map<string, Receipt | null>();
  readonly balances = new Map<Address, bigint>();
  readonly allowances = new Map<string, bigint>();
  readonly #terms: RoundTerms;
  finalBlock: Block | null = null;
  countAtHead: bigint | null = null;
  countAtFinal: bigint | null = null;
  coin = 0n;
  #open = 0;

  constructor(head: Block, terms: RoundTerms) {
    this.head = head;
    this.#terms = terms;
  }

  get isWhole(): boolean {
    return this.#open === 0;
  }

  begin(hashes: readonly string[]): readonly RoundQuestion[] {
    const { account, tokens, routers, finalDepth } = this.#terms;
    const at = { blockHash: this.head.hash };
    const finalNumber = this.head.number - BigInt(finalDepth ?? 0);
    const final = finalDepth === null ? 'finalized' : quantity(finalNumber < 0n ? 0n : finalNumber);
    return this.#ask([
      question({ type: 'FinalBlock' }, 'eth_getBlockByNumber', [final, false]),
      question({ type: 'CountAtHead' }, 'eth_getTransactionCount', [account, at]),
      question({ type: 'Coin' }, 'eth_getBalance', [account, at]),
      ...tokens.map((token) =>
        question({ type: 'Balance', token }, 'eth_call', [
          { to: token, data: balanceCall(account) },
          at,
        ]),
      ),
      ...tokens.flatMap((token) =>
        routers.map((router) =>
          question({ type: 'Allowance', token, router }, 'eth_call', [
            { to: token, data: allowanceCall(account, router) },
            at,
          ]),
        ),
      ),
      ...hashes.map((hash) =>
        question({ type: 'Receipt', hash }, 'eth_getTransactionReceipt', [hash]),
      ),
    ]);
  }

  /** Further questions; null: the answer is none, and the round is to be given up. */
  answered(asked: RoundAsked, result: Json): readonly RoundQuestion[] | null {
    this.#open -= 1;
    switch (asked.type) {
      case 'Receipt': {
        const receipt = result === null ? null : readReceipt(result);
        if (result !== null && receipt === null) return null;
        this.receipts.set(asked.hash, receipt);
        return [];
      }
      case 'FinalBlock': {
        this.finalBlock = readBlock(result);
        if (this.finalBlock === null) return null;
        const at = quantity(this.finalBlock.number);
        const { account } = this.#terms;
        return this.#ask([
          question({ type: 'CountAtFinal' }, 'eth_getTransactionCount', [account, at]),
        ]);
      }
      case 'CountAtHead':
        this.countAtHead = quantityOf(result);
        return this.countAtHead === null ? null : [];
      case 'CountAtFinal':
        this.countAtFinal = quantityOf(result);
        return this.countAtFinal === null ? null : [];
      case 'Coin': {
        const coin = quantityOf(result);
        this.coin = coin ?? 0n;
        return coin === null ? null : [];
      }
      case 'Balance': {
        const amount = firstWord(textOf(result) ?? '');
        if (amount === null) return null;
        this.balances.set(asked.token, amount);
        return [];
      }
      case 'Allowance': {
        const amount = firstWord(textOf(result) ?? '');
        if (amount === null) return null;
        this.allowances.set(allowanceKey(asked.token, asked.router), amount);
        return [];
      }
      default:
        return unreachable(asked);
    }
  }

  #ask(questions: readonly RoundQuestion[]): readonly RoundQuestion[] {
    this.#open += questions.length;
    return questions;
  }
}

export function allowanceKey(token: Address, router: Address): string {
  return `${token} ${router}`;
}

function question(asked: RoundAsked, method: string, params: readonly Json[]): RoundQuestion {
  return { asked, question: { method, params } };
}
