// The shell around the order side of a venue on a chain.

import type { ChainInput, ChainOrders, OrdersInput, OrdersOutput } from '../port/index.ts';
import type { Durable } from '../../spec/proof/index.ts';
import type { ChainAccount } from '../../spec/venues/index.ts';
import {
  type OrdersListener,
  type RunningOrders,
  type ShellPorts,
  ordersOver,
  runMachine,
} from './shell.ts';

export interface RunningChainOrders extends RunningOrders {
  /** Before `adopt`. */
  adoptAccount(account: ChainAccount | null): void;
  /** What was signed under this hash is in the journal. */
  broadcast(hash: Durable<string>): void;
}

export function runChainOrders(
  machine: ChainOrders,
  ports: ShellPorts,
  listener: OrdersListener,
): RunningChainOrders {
  const shell = runMachine<OrdersInput | ChainInput, OrdersOutput>(
    (input) => machine.step(input),
    ports,
    {
      told(output) {
        for (const report of output.reports) listener.reported(report);
        for (const notice of output.notices) listener.noticed(notice);
      },
      failed: (error) => listener.failed(error),
    },
  );
  const now = () => ports.clock.now();
  return {
    ...ordersOver(shell, ports, listener),
    adoptAccount: (account) => void shell.take({ type: 'AdoptAccount', account, now: now() }),
    broadcast: (hash) => void shell.take({ type: 'Broadcast', hash, now: now() }),
  };
}
