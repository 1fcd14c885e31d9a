// The Network port over node:net.

import { createServer, connect as netConnect, type Server, type Socket } from 'node:net';
import type { Network, Transport, TransportEvents } from '../../../spec/ports/index.ts';

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

function wire(socket: Socket, events: TransportEvents): void {
  let cause = 'the peer closed';
  socket.on('data', (chunk) => events.received(chunk));
  socket.on('drain', () => events.drained());
  socket.on('error', (error) => {
    cause = error.message;
  });
  socket.on('close', () => events.closed(cause));
}

function transportOf(socket: Socket): Transport {
  let isGathering = false;
  return {
    /** What one turn writes leaves as one: a commit releases the reports of every order in it. */
    write(bytes) {
      if (!isGathering) {
        isGathering = true;
        socket.cork();
        queueMicrotask(() => {
          isGathering = false;
          socket.uncork();
        });
      }
      return socket.write(bytes);
    },
    get queuedBytes() {
      return socket.writableLength;
    },
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    get isPaused() {
      return socket.isPaused();
    },
    end: () => void socket.end(),
    destroy: () => void socket.destroy(),
    remoteAddress: `${socket.remoteAddress}:${socket.remotePort}`,
  };
}
