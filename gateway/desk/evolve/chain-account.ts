// A venue's account on a chain: nonces are given out once, what is signed is kept until its nonce is final, and a fill
// that may still be reorganised away is known as such (crash rows 11 and 12).

import { invariant, unreachable } from '../../../spec/proof/index.ts';
import type { EventOf } from '../../../spec/events/index.ts';
import type { VenueID } from '../../../spec/terms/index.ts';
import type { ChainAccount } from '../../../spec/venues/index.ts';
import { type DeskState, putChainAccount } from './state.ts';

export function evolveChainAccount(
  state: DeskState,
  event: EventOf<'TransactionSigned' | 'TransactionSettled'>,
): void {
  const { venueID } = event;
  const account = state.chainAccounts.get(venueID) ?? newAccount(venueID);
  switch (event.type) {
    case 'TransactionSigned': {
      const { transaction } = event;
      const { nonce, hash } = transaction;
      const isKnown = account.transactions.some((one) => one.nonce === nonce);
      // A nonce is given out once: later transactions of it only take the place of its first.
      invariant(isKnown || nonce >= account.nextNonce, 'I2', { venueID, nonce, hash });
      return putChainAccount(state, {
        ...account,
        nextNonce: Math.max(account.nextNonce, nonce + 1),
        transactions: [...account.transactions, transaction],
      });
    }
    case 'TransactionSettled': {
      const gone = account.transactions.filter(({ nonce }) => nonce === event.nonce);
      const transactions = account.transactions.filter(({ nonce }) => nonce !== event.nonce);
      const fills = account.fills.filter(
        ({ venueExecID }) => !gone.some(({ hash }) => venueExecID.includes(hash)),
      );
      return putChainAccount(state, { ...account, transactions, fills });
    }
    default:
      return unreachable(event);
  }
}

/** Of a venue that is on no chain nothing is noted. */
export function noteProvisionalFill(
  state: DeskState,
  venueID: VenueID,
  event: EventOf<'ChildFilled' | 'ChildFillCancelled'>,
): void {
  const account = state.chainAccounts.get(venueID);
  if (account === undefined) return;
  const { childID, venueOrderID, venueExecID } = event;
  const others = account.fills.filter((one) => one.venueExecID !== venueExecID);
  const isOpen = account.transactions.some(({ hash }) => venueExecID.includes(hash));
  const isNoted = event.type === 'ChildFilled' && isOpen;
  const fills = isNoted ? [...others, { childID, venueOrderID, venueExecID }] : others;
  putChainAccount(state, { ...account, fills });
}

function newAccount(venueID: VenueID): ChainAccount {
  return { venueID, nextNonce: 0, transactions: [], fills: [] };
}
