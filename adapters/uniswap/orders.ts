// The order side of a venue of pools as one machine: it follows the chain's heads, looks at each of them whole, and is
// Ready while node, signer and nonces agree. What becomes of children is in `account.ts`.

import {
  type Block,
  Follower,
  type Json,
  type RpcQuestion,
  isObject,
  quantityOf,
  readBlock,
  textOf,
} from '../chain/index.ts';
import { Turn } from '../connection/index.ts';
import type {
  ChainInput,
  ChainOrders,
  HttpOutcome,
  OrdersInput,
  OrdersOutput,
  SigningAnswer,
  SigningRequest,
} from '../port/index.ts';
import type { EpochNs } from '../../spec/ports/index.ts';
import { unreachable } from '../../spec/proof/index.ts';
import { asNotional, epochNs } from '../../spec/units/index.ts';
import type { Capabilities, ChildOrder, VenueState } from '../../spec/venues/index.ts';
import { Account } from './account.ts';
import type { SigningJob } from './account-ports.ts';
import type { UniswapOrdersConfig } from './config.ts';
import { Balances } from './balances.ts';
import { NodeLine, replyOf } from './node-line.ts';
import { Round, type RoundAsked, type RoundQuestion } from './round.ts';

type About =
  | { readonly type: 'Head' }
  | { readonly type: 'Parent' }
  | { readonly type: 'ChainID' }
  | { readonly type: 'Signer' }
  | { readonly type: 'Round'; readonly round: Round; readonly asked: RoundAsked }
  | { readonly type: 'Sign'; readonly job: SigningJob }
  | { readonly type: 'Send'; readonly nonce: number; readonly hash: string };

/** The signer is asked whether it lives so often. */
const SIGNER_EVERY_MS = 2_000;
const PAUSE_MS = 1_000;
const FEWER =
  'the chain counts fewer transactions of the account than the journal: another chain, or one that was set back';

export function createUniswapOrders(config: UniswapOrdersConfig): ChainOrders {
  const machine = new UniswapOrdersMachine(config);
  return { capabilities: capabilitiesOf(config), step: (input) => machine.step(input) };
}

/** A swap is done whole or not at all: to a pool both kinds are the same. */
function capabilitiesOf(config: UniswapOrdersConfig): Capabilities {
  return {
    timesInForce: ['IOC', 'FOK'],
    postOnly: false,
    replace: 'cancelAndNew',
    orderDeadlineMs: config.deadlineS * 1_000,
    queryLagMs: 0,
  };
}

class UniswapOrdersMachine {
  readonly #config: UniswapOrdersConfig;
  readonly #turn: Turn;
  readonly #follower: Follower;
  readonly #line: NodeLine<About>;
  readonly #account: Account;
  readonly #balances: Balances;
  #state: VenueState = 'Down';
  #isStarted = false;
  /** Null: not asked yet; false: the node is of another chain. */
  #chainIsRight: boolean | null = null;
  /** The signer's last word: it lives and signs for our account. */
  #signerIsRight = false;
  #signerAt: EpochNs = epochNs(0n);
  #pollAt: EpochNs = epochNs(0n);
  #headSeenAt: EpochNs | null = null;
  /** A head, or a block on the way back from one, is on its way. */
  #isHeadAsked = false;
  /** The head that is being looked at; null: none. */
  #round: Round | null = null;
  /** A head is to be looked at, if the present one was already. */
  #roundWanted = true;
  #roundAt: EpochNs = epochNs(0n);
  #lookedAt: Block['hash'] | null = null;
  #nonceProblem: string | null = 'the account has not been looked at';

  constructor(config: UniswapOrdersConfig) {
    this.#config = config;
    this.#turn = new Turn(config.venueID);
    this.#follower = new Follower(config.blocksHeld);
    this.#line = new NodeLine(config.rpcURL, config.answerBoundMs);
    this.#balances = new Balances(config, this.#turn);
    this.#account = new Account({
      config,
      turn: this.#turn,
      follower: this.#follower,
      sign: (job, transactions) => {
        const { chainID, account, signerURL } = config;
        const request: SigningRequest = { chainID, account, transactions };
        const body = JSON.stringify(request);
        return this.#line.post(`${signerURL}/sign`, body, { type: 'Sign', job });
      },
      send: (nonce, hash, raw) => {
        const question = { method: 'eth_sendRawTransaction', params: [raw] };
        return this.#line.ask(question, { type: 'Send', nonce, hash });
      },
    });
  }

  step(input: OrdersInput | ChainInput): OrdersOutput {
    this.#turn.begin(input.now);
    this.#take(input);
    if (this.#isStarted) this.#goOn();
    return this.#turn.output();
  }

  #take(input: OrdersInput | ChainInput): void {
    switch (input.type) {
      case 'Started':
        this.#isStarted = true;
        return;
      case 'AdoptAccount':
        return this.#account.adoptAccount(input.account);
      case 'Adopt':
        return this.#account.adopt(input.children);
      case 'Submit':
        return this.#submit(input.child);
      case 'Cancel':
        return this.#account.cancel(input.childID);
      case 'Amend': {
        const text = 'not sent: nothing rests in a pool';
        return this.#turn.report({ type: 'AmendRefused', childID: input.amend.childID, text });
      }
      case 'Resolve':
        this.#roundWanted = true;
        return this.#account.resolve(input.childID);
      case 'FindUnknown': {
        const { venueID } = this.#turn;
        return this.#turn.notice({ type: 'UnknownFound', venueID, orders: [] }); // Nothing rests in a pool.
      }
      case 'Forget':
        return this.#account.forget(input.childID);
      case 'Broadcast':
        return this.#account.broadcast(input.hash);
      case 'HttpReplied': {
        const about = this.#line.take(input.requestID);
        return about === null ? undefined : this.#answered(about, input.outcome);
      }
      case 'ClockTicked':
        return this.#account.ticked();
      case 'ChannelOpened':
      case 'ChannelClosed':
      case 'FrameReceived':
        return; // This machine opens no channel.
      default:
        return unreachable(input);
    }
  }

  #submit(child: ChildOrder): void {
    if (this.#state === 'Ready') return this.#account.submit(child);
    const text = `not sent: venue not connected (${this.#state})`;
    this.#turn.report({ type: 'Refused', childID: child.childID, text, notSent: true });
  }

  #answered(about: About, outcome: HttpOutcome): void {
    if (about.type === 'Sign') {
      return this.#account.signerAnswered(about.job, signingAnswer(outcome));
    }
    if (about.type === 'Signer') return this.#signerSeen(outcome);
    const reply = replyOf(outcome);
    if (about.type === 'Send') {
      if (reply.type === 'Refused') this.#roundWanted = true; // Its receipt may be there.
      return this.#account.sendAnswered(about.nonce, about.hash, reply);
    }
    if (reply.type === 'Result') return this.#told(about, reply.result);
    this.#notTold(about);
  }

  #told(
    about: Extract<About, { type: 'Head' | 'Parent' | 'ChainID' | 'Round' }>,
    result: Json,
  ): void {
    switch (about.type) {
      case 'ChainID':
        this.#chainIsRight = quantityOf(result) === BigInt(this.#config.chainID);
        if (!this.#chainIsRight) {
          this.#turn.remark('error', 'the node is of another chain: nothing is sent there', {
            found: textOf(result) ?? '',
            expected: this.#config.chainID,
          });
        }
        return;
      case 'Head':
      case 'Parent': {
        const block = readBlock(result);
        this.#isHeadAsked = false;
        if (block === null) return this.#pause();
        this.#headSeenAt = this.#turn.now;
        if (about.type === 'Parent') return this.#follow(this.#follower.parentSeen(block), block);
        if (this.#follower.head === null) return this.#follower.begin(block);
        return this.#follow(this.#follower.headSeen(block), block);
      }
      case 'Round': {
        if (about.round !== this.#round) return;
        const more = about.round.answered(about.asked, result);
        if (more === null) return this.#giveUpRound();
        this.#askRound(about.round, more);
        if (about.round.isWhole) this.#lookAt(about.round);
        return;
      }
      default:
        return unreachable(about);
    }
  }

  #notTold(about: Extract<About, { type: 'Head' | 'Parent' | 'ChainID' | 'Round' }>): void {
    if (about.type === 'Head' || about.type === 'Parent') this.#isHeadAsked = false;
    if (about.type === 'Round') {
      if (about.round === this.#round) this.#giveUpRound();
      return;
    }
    this.#pause();
  }

  #follow(followed: ReturnType<Follower['headSeen']>, block: Block): void {
    switch (followed.type) {
      case 'Same':
      case 'Extended':
        return;
      case 'ParentWanted':
        this.#isHeadAsked = true; // The next head would begin the walk anew, for ever where the node is slow.
        return this.#ask(
          { method: 'eth_getBlockByHash', params: [followed.hash, false] },
          { type: 'Parent' },
        );
      case 'Lost':
        // What was mined is asked for anew: nothing of what is held is known to stand.
        this.#turn.remark('warn', 'the chain shares no block with what was held', {
          block: Number(block.number),
        });
        this.#account.chainLost();
        return this.#follower.begin(block);
      default:
        return unreachable(followed);
    }
  }

  // ---- Looking at a head -------------------------------------------------------------------------

  #goOn(): void {
    const { now } = this.#turn;
    if (this.#chainIsRight === null && now >= this.#pollAt) {
      this.#pollAt = this.#turn.in(this.#config.pollMs);
      this.#ask({ method: 'eth_chainId', params: [] }, { type: 'ChainID' });
    }
    if (now >= this.#signerAt) this.#askSigner();
    if (this.#chainIsRight === true && now >= this.#pollAt && !this.#isHeadAsked) {
      this.#pollAt = this.#turn.in(this.#config.pollMs);
      this.#isHeadAsked = true;
      this.#ask({ method: 'eth_getBlockByNumber', params: ['latest', false] }, { type: 'Head' });
    }
    const { head } = this.#follower;
    const isNew = head !== null && (head.hash !== this.#lookedAt || this.#roundWanted);
    const isDue = this.#round === null && now >= this.#roundAt;
    if (head !== null && isNew && isDue && this.#chainIsRight === true) {
      this.#beginRound(head);
    }
    this.#setState();
  }

  #beginRound(head: Block): void {
    const { account, pools, contracts, finalDepth } = this.#config;
    const tokens = [...new Set(pools.flatMap(({ base, quote }) => [base.address, quote.address]))];
    const routers = [contracts.routerV2, contracts.routerV3];
    this.#roundWanted = false;
    this.#lookedAt = head.hash;
    const round = new Round(head, { account, tokens, routers, finalDepth });
    this.#round = round;
    this.#askRound(round, round.begin(this.#account.hashesInDoubt()));
  }

  #askRound(round: Round, questions: readonly RoundQuestion[]): void {
    for (const { asked, question } of questions) {
      this.#ask(question, { type: 'Round', round, asked });
    }
  }

  #lookAt(round: Round): void {
    this.#round = null;
    // The chain went on or back meanwhile: what was asked fits no head that we hold.
    if (!this.#follower.holds(round.head.hash)) return;
    this.#checkNonces(round);
    this.#balances.looked(round); // Before fills: what they paid is off it already.
    this.#account.evaluate(round);
  }

  /** The next look waits; heads are asked for meanwhile: this one may be gone from the chain, and never be told of again. */
  #giveUpRound(): void {
    this.#round = null;
    this.#roundWanted = true;
    this.#roundAt = this.#turn.in(this.#config.pollMs);
  }

  /** Nonces that the chain counts against those that the journal gave out. */
  #checkNonces(round: Round): void {
    const { countAtHead } = round;
    if (countAtHead === null) return;
    const used = Number(countAtHead);
    const lowest = this.#account.lowestNonce ?? this.#account.nextNonce;
    const before = this.#nonceProblem;
    this.#nonceProblem = used < lowest ? FEWER : null;
    if (used < lowest && before !== FEWER) {
      this.#turn.remark('error', FEWER, { counted: used, journal: lowest });
    }
    if (used <= this.#account.nextNonce) return;
    this.#turn.remark('warn', 'the account was used by others: their nonces are left out', {
      from: this.#account.nextNonce,
      to: used,
    });
    this.#account.skipTo(used);
  }

  #askSigner(): void {
    this.#signerAt = this.#turn.in(SIGNER_EVERY_MS);
    const url = `${this.#config.signerURL}/account`;
    this.#turn.act(this.#line.post(url, '{}', { type: 'Signer' }));
  }

  #signerSeen(outcome: HttpOutcome): void {
    const json = outcome.type === 'Answered' ? parsed(outcome.body) : null;
    const account = isObject(json ?? undefined)
      ? textOf((json as { account?: Json }).account)
      : null;
    const wasRight = this.#signerIsRight;
    this.#signerIsRight = account?.toLowerCase() === this.#config.account;
    if (account !== null && !this.#signerIsRight && wasRight) {
      this.#turn.remark('error', 'the signer signs for another account', { account });
    }
  }

  #setState(): void {
    const [state, cause] = this.#present();
    if (state === this.#state) return;
    this.#state = state;
    const { venueID, pools } = this.#config;
    if (state === 'Ready') {
      this.#turn.notice({
        type: 'ListingsFound',
        venueID,
        listings: pools.map((pool) => ({
          venueSymbol: pool.venueSymbol,
          base: pool.base.address,
          quote: pool.quote.address,
          state: 'Trading',
          tick: pool.tick,
          lot: pool.lot,
          minQty: pool.minQty,
          maxQty: pool.maxQty,
          minNotional: asNotional(0n),
        })),
      });
    }
    this.#turn.notice({ type: 'StateChanged', venueID, state, cause });
  }

  #present(): readonly [VenueState, string] {
    if (this.#chainIsRight === false) return ['Stopped', 'the node is of another chain'];
    const seen = this.#headSeenAt;
    if (seen === null) return ['Connecting', 'the node has not answered'];
    if (this.#turn.aged(seen, this.#config.silenceMs)) return ['Connecting', 'no head comes'];
    if (!this.#signerIsRight) return ['Connecting', 'the signer does not answer for the account'];
    if (this.#nonceProblem !== null) return ['Reconciling', this.#nonceProblem];
    return ['Ready', 'node, signer and nonces agree'];
  }

  #pause(): void {
    const at = this.#turn.in(PAUSE_MS);
    if (at > this.#pollAt) this.#pollAt = at;
  }

  #ask(question: RpcQuestion, about: About): void {
    this.#turn.act(this.#line.ask(question, about));
  }
}

function signingAnswer(outcome: HttpOutcome): SigningAnswer | null {
  if (outcome.type === 'Failed') return null;
  const json = parsed(outcome.body);
  if (!isObject(json ?? undefined)) return null;
  const answer = json as { readonly type?: Json; readonly text?: Json; readonly signed?: Json };
  if (answer.type === 'Refused') return { type: 'Refused', text: textOf(answer.text) ?? '' };
  if (answer.type !== 'Signed' || !Array.isArray(answer.signed)) return null;
  const signed = (answer.signed as readonly Json[]).map((one) => ({
    hash: isObject(one) ? (textOf(one['hash']) ?? '') : '',
    raw: isObject(one) ? (textOf(one['raw']) ?? '') : '',
  }));
  return { type: 'Signed', signed };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null; // No JSON is no answer.
  }
}
