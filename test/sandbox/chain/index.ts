export { type ChainOptions, type RunningChain, startChain } from './chain.ts';
export {
  type Deployment,
  type Pool,
  type Token,
  addPool,
  provideBetween,
  providerOf,
  transact,
} from './deploy.ts';
export { routerOf, swapIn, symbolOf, tokensOf } from './participants.ts';
export { type NodeProxy, type ProxyFault, startProxy } from './proxy.ts';
export { type RunningNode, startNode } from './node.ts';
export { type Rpc, RpcError, hex, rpcTo } from './rpc.ts';
export type { Hex } from './artifacts.ts';
