// JSON-RPC to a node over HTTP, as the sandbox and the tests ask it.

/** The node's own refusal. */
export class RpcError extends Error {
  readonly code: number;
  readonly data: unknown;

  constructor(code: number, message: string, data: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

export interface Rpc {
  readonly url: string;
  /** Throws RpcError where the node refuses, another error where nothing came back. */
  call<T = unknown>(method: string, params?: readonly unknown[]): Promise<T>;
}

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

export function rpcTo(url: string): Rpc {
  let id = 0;
  return {
    url,
    async call<T>(method: string, params: readonly unknown[] = []): Promise<T> {
      id += 1;
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
      });
      const answer = (await response.json()) as Answer;
      if (answer.error !== undefined) {
        throw new RpcError(answer.error.code, answer.error.message, answer.error.data);
      }
      return answer.result as T;
    },
  };
}

export function hex(value: bigint | number): `0x${string}` {
  return `0x${value.toString(16)}`;
}
