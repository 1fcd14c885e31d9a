// A TCP proxy that notes what passes towards a venue, and when: the text frames of WebSockets, and the
// request lines of HTTP.

import { type Server, type Socket, connect, createServer } from 'node:net';

export interface Passed {
  /** CLOCK_MONOTONIC, in nanoseconds: when the whole of it had come here. */
  readonly at: bigint;
  /** A WebSocket's text frame, or the first line of an HTTP request. */
  readonly text: string;
}

export interface RecordingProxy {
  readonly port: number;
  readonly passed: readonly Passed[];
  close(): void;
}

export function startRecordingProxy(targetPort: number): Promise<RecordingProxy> {
  const passed: Passed[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer({ noDelay: true }, (client) => {
    const venue = connect({ port: targetPort, host: '127.0.0.1', noDelay: true });
    const reader = new RequestReader((text) => passed.push({ at: process.hrtime.bigint(), text }));
    for (const [one, other] of [
      [client, venue],
      [venue, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    client.on('data', (chunk) => {
      reader.take(chunk);
      venue.write(chunk);
    });
    venue.on('data', (chunk) => client.write(chunk));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : 0,
        passed,
        close() {
          server.close();
          for (const socket of sockets) socket.destroy();
        },
      });
    });
  });
}

/** Reads what a client says: HTTP heads until an upgrade, masked frames behind it. */
class RequestReader {
  readonly #said: (text: string) => void;
  #bytes: Buffer = Buffer.alloc(0);
  #isUpgraded = false;

  constructor(said: (text: string) => void) {
    this.#said = said;
  }

  take(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    while (this.#isUpgraded ? this.#frame() : this.#head());
  }

  #head(): boolean {
    const end = this.#bytes.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = this.#bytes.subarray(0, end).toString('latin1');
    this.#bytes = this.#bytes.subarray(end + 4);
    this.#said(head.split('\r\n', 1)[0] ?? '');
    this.#isUpgraded = /^upgrade:\s*websocket/im.test(head);
    return true;
  }

  /** Source: RFC 6455, section 5.2. */
  #frame(): boolean {
    const bytes = this.#bytes;
    if (bytes.length < 6) return false;
    const short = bytes.readUInt8(1) & 0x7f;
    const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
    if (bytes.length < 6 + extra) return false;
    const length =
      extra === 0 ? short : extra === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
    const start = 6 + extra;
    if (bytes.length < start + length) return false;
    const mask = bytes.subarray(start - 4, start);
    const payload = Buffer.from(bytes.subarray(start, start + length));
    for (let at = 0; at < length; at += 1) payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0);
    this.#bytes = bytes.subarray(start + length);
    if ((bytes.readUInt8(0) & 0x0f) === 1) this.#said(payload.toString('utf8'));
    return true;
  }
}
