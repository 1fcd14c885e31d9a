// What an account acts through, and what it asks the signer for.

import type { Follower } from '../chain/index.ts';
import type { Turn } from '../connection/index.ts';
import type { MachineAction, SigningCall, SigningTransaction } from '../port/index.ts';
import type { ChildID } from '../../spec/terms/index.ts';
import type { SignedTransaction } from '../../spec/venues/index.ts';
import type { UniswapOrdersConfig } from './config.ts';

/** What the signer is asked for. */
export type SigningJob =
  | {
      readonly type: 'Child';
      readonly childID: ChildID;
      readonly transactions: readonly Unsigned[];
    }
  | {
      readonly type: 'Replace';
      readonly nonce: number;
      readonly transactions: readonly Unsigned[];
    };

/** A transaction that waits for its hash and bytes. */
export type Unsigned = Omit<SignedTransaction, 'hash' | 'raw'> & { readonly call: SigningCall };

export interface AccountPorts {
  readonly config: UniswapOrdersConfig;
  readonly turn: Turn;
  readonly follower: Follower;
  sign(job: SigningJob, transactions: readonly SigningTransaction[]): MachineAction;
  send(nonce: number, hash: string, raw: string): MachineAction;
}
