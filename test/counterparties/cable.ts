// A TCP connection that a test can cut: a relay between a client and the gateway.

import { connect, createServer, type Socket } from 'node:net';

export interface Cable {
  /** Where the client connects to. */
  readonly port: number;
  /** Resets every connection, with whatever is under way in it. */
  cut(): void;
  /** While unplugged, new connections are reset at once. */
  plugged(isPlugged: boolean): void;
  /** While held, the ends stay connected and hear nothing of each other; let go, all of it arrives. */
  held(isHeld: boolean): void;
  /** Cuts when so many more bytes have come from the gateway: amid a message, in all likelihood. */
  cutAfter(bytesFromGateway: number): void;
  close(): Promise<void>;
}

export function layCable(gatewayPort: number): Promise<Cable> {
  const sockets = new Set<Socket>();
  let isPlugged = true;
  let cutIn = Number.POSITIVE_INFINITY;
  let isHeld = false;

  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };

  const server = createServer((client) => {
    if (!isPlugged) return void client.resetAndDestroy();
    const gateway = connect(gatewayPort, '127.0.0.1');
    for (const [one, other] of [
      [client, gateway],
      [gateway, client],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      if (isHeld) one.pause();
      one.on('error', () => other.destroy()); // The other end is told in the only way there is.
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    client.on('data', (chunk) => void gateway.write(chunk));
    gateway.on('data', (chunk) => {
      if (chunk.length < cutIn) {
        cutIn -= chunk.length;
        return void client.write(chunk);
      }
      const last = chunk.subarray(0, cutIn);
      cutIn = Number.POSITIVE_INFINITY;
      client.write(last, cut);
    });
  });

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      resolve({
        port: address.port,
        cut,
        plugged(value) {
          isPlugged = value;
          if (!value) cut();
        },
        held(value) {
          isHeld = value;
          for (const socket of sockets) {
            if (value) socket.pause();
            else socket.resume();
          }
        },
        cutAfter(bytes) {
          cutIn = bytes;
        },
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            cut();
          }),
      });
    });
  });
}
