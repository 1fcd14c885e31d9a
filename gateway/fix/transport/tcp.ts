// The Network port over node:net.

import { createServer, connect as netConnect, type Server, type Socket } from 'node:net';
import type {
  Network,
  TlsConnection,
  Transport,
  TransportEvents,
} from '../../../spec/ports/index.ts';

/** TCP with TCP_NODELAY: an order does not wait for a second one. */
export function tcpNetwork(): Network {
  return {
    listen: (address, accepted) =>
      new Promise((resolve, reject) => {
        const server: Server = createServer({ noDelay: true }, (socket) => {
          const transport = transportOf(socket);
          wire(socket, accepted(transport));
        });
        server.on('error', (cause) =>
          reject(new Error(`cannot listen on ${address.host}:${address.port}: ${cause.message}`)),
        );
        server.listen(address.port, address.host, () => {
          const bound = server.address();
          const port = typeof bound === 'object' && bound !== null ? bound.port : address.port;
          resolve({ port, close: () => void server.close() });
        });
      }),
    connect(address, opened, failed) {
      const socket = netConnect({ ...address, noDelay: true });
      const onFailure = (cause: Error) => failed(cause.message);
      socket.once('error', onFailure);
      socket.once('connect', () => {
        socket.off('error', onFailure);
        const transport = transportOf(socket);
        wire(socket, opened(transport));
      });
    },
  };
}

/** From here on `events` hears of the socket. */
export function wire(socket: Socket, events: TransportEvents): void {
  let cause = 'the peer closed';
  socket.on('data', (chunk) => events.received(chunk));
  socket.on('drain', () => events.drained());
  socket.on('error', (error) => {
    cause = error.message;
  });
  socket.on('close', () => events.closed(cause));
}

export function transportOf(socket: Socket, tls: TlsConnection | null = null): Transport {
  let pauses = 0;
  let gathered: Uint8Array[] = [];
  let gatheredBytes = 0;

  function leave(): void {
    const chunks = gathered;
    const [first] = chunks;
    gathered = [];
    gatheredBytes = 0;
    if (first === undefined || socket.destroyed) return;
    socket.write(chunks.length === 1 ? first : Buffer.concat(chunks));
  }

  return {
    /**
     * What one turn writes leaves as one: a commit releases the reports of every order in it. Joined here: corked, the
     * socket took a tenth more CPU an order with 200 of them a turn, since it keeps an object for each.
     */
    write(bytes) {
      if (gathered.length === 0) queueMicrotask(leave);
      gathered.push(bytes);
      gatheredBytes += bytes.length;
      return socket.writableLength + gatheredBytes < socket.writableHighWaterMark;
    },
    get queuedBytes() {
      return socket.writableLength + gatheredBytes;
    },
    pause() {
      pauses += 1;
      socket.pause();
    },
    resume() {
      pauses = Math.max(0, pauses - 1);
      if (pauses === 0) socket.resume();
    },
    get isPaused() {
      return socket.isPaused();
    },
    end() {
      leave();
      socket.end();
    },
    destroy: () => void socket.destroy(),
    remoteAddress: `${socket.remoteAddress}:${socket.remotePort}`,
    ...(tls === null ? {} : { tls }),
  };
}
