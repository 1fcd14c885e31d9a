// A proxy in front of the chain's node that notes when each swap had come: it is out then.

import { Agent, type IncomingMessage, createServer, request } from 'node:http';

export interface NodeWatch {
  readonly url: string;
  /** When each swap came first, ms of the machine's monotonic clock, since the last time; waits until there are `count`. */
  take(count: number): Promise<Float64Array>;
  close(): void;
}

const PATIENCE_MS = 20_000;
/** `approve(address,uint256)`: its selector and what fills the address up. What it lets the router take is no swap yet. */
const APPROVAL = `095ea7b3${'0'.repeat(24)}`;

export async function watchNode(rpc: string): Promise<NodeWatch> {
  const agent = new Agent({ keepAlive: true });
  const seen = new Set<string>();
  let arrivals: number[] = [];
  const server = createServer((asked, answer) => {
    void bytesOf(asked).then((body) => {
      const at = Number(process.hrtime.bigint()) / 1e6;
      const text = body.toString('latin1');
      // The same bytes may be sent again until they are mined.
      const [, signed] = /"eth_sendRawTransaction"[^[]*\[\s*"(0x[0-9a-f]+)"/.exec(text) ?? [];
      if (signed !== undefined && !signed.includes(APPROVAL) && !seen.has(signed)) {
        seen.add(signed);
        arrivals.push(at);
      }
      const { method, headers } = asked;
      const on = request(rpc, { agent, method, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      on.on('error', () => answer.destroy());
      on.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async take(count) {
      const until = Date.now() + PATIENCE_MS;
      while (arrivals.length < count && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const taken = arrivals;
      arrivals = [];
      if (taken.length !== count) {
        throw new Error(`${count} orders sent, the node got ${taken.length} swaps`);
      }
      return Float64Array.from(taken);
    },
    close() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

async function bytesOf(asked: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
