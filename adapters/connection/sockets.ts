// WebSockets as the shell needs them: one library, no compression, every bound set.

import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { TimerHandle, Timers } from '../../spec/ports/index.ts';

export interface SocketEvents {
  opened(): void;
  received(frame: Uint8Array): void;
  /** Once, and the last word. */
  closed(cause: string): void;
}

export interface Socket {
  send(text: string): void;
  /** Says goodbye; a peer that does not answer is cut. */
  close(cause: string): void;
  /** Leaves what comes unread, and reads it again: it waits at the peer meanwhile, and nothing is lost. */
  pause(): void;
  resume(): void;
}

export interface Sockets {
  /** Events come after `open` has returned, never within it. */
  open(url: string, events: SocketEvents): Socket;
}

export interface SocketLimits {
  /** A larger frame closes the line. */
  readonly maxFrameBytes: number;
  readonly handshakeMs: number;
  /** Nothing heard for so long: a ping. No answer for as long again: the line is dead. */
  readonly silenceMs: number;
  /** Bytes that wait for a peer that does not read; more closes the line. */
  readonly maxQueuedBytes: number;
}

export const SOCKET_LIMITS: SocketLimits = {
  maxFrameBytes: 16 * 1024 * 1024,
  handshakeMs: 10_000,
  silenceMs: 15_000,
  maxQueuedBytes: 4 * 1024 * 1024,
};

/** How long a goodbye may take. */
const GOODBYE_MS = 2_000;

export function createSockets(timers: Timers, limits: SocketLimits = SOCKET_LIMITS): Sockets {
  return { open: (url, events) => open(url, events, timers, limits) };
}

function open(url: string, events: SocketEvents, timers: Timers, limits: SocketLimits): Socket {
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    maxPayload: limits.maxFrameBytes,
    handshakeTimeout: limits.handshakeMs,
    followRedirects: false,
  });
  let over = false;
  let cause = 'closed';
  let heard = true;
  let asked = false;
  let goodbye: TimerHandle | null = null;
  let line: IncomingMessage['socket'] | null = null;
  let isGathering = false;
  let isPaused = false;

  const watch = timers.every(limits.silenceMs, () => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (heard || socket.isPaused) {
      heard = false;
      asked = false;
    } else if (asked) {
      cause = `nothing heard for ${2 * limits.silenceMs} ms`;
      socket.terminate();
    } else {
      asked = true;
      socket.ping();
    }
  });
  const end = (): void => {
    if (over) return;
    over = true;
    watch.cancel();
    goodbye?.cancel();
    events.closed(cause);
  };

  /** What one turn sends leaves as one: a commit releases the orders of all that it made durable. */
  const gather = (): void => {
    if (isGathering || line === null) return;
    const tcp = line;
    isGathering = true;
    tcp.cork();
    queueMicrotask(() => {
      isGathering = false;
      tcp.uncork();
    });
  };

  socket.on('upgrade', (response) => (line = response.socket));
  socket.on('open', () => {
    if (isPaused) socket.pause();
    events.opened();
  });
  socket.on('message', (data, isBinary) => {
    heard = true;
    if (over) return;
    const frame = bytesOf(data);
    if (isBinary || frame !== null) events.received(frame ?? new Uint8Array());
  });
  socket.on('ping', () => (heard = true)); // The library has answered it already.
  socket.on('pong', () => (heard = true));
  socket.on('error', (error) => (cause = plainText(error)));
  socket.on('close', (code, reason) => {
    if (cause === 'closed')
      cause = `closed by the venue: ${code} ${reason.toString().slice(0, 100)}`.trim();
    end();
  });

  return {
    send(text) {
      if (socket.readyState !== WebSocket.OPEN) return; // Its `closed` follows, and says it all.
      gather();
      socket.send(text);
      if (socket.bufferedAmount <= limits.maxQueuedBytes) return;
      cause = 'the venue does not read';
      socket.terminate();
    },
    close(why) {
      cause = why;
      goodbye = timers.after(GOODBYE_MS, () => socket.terminate());
      socket.close(1000);
    },
    pause() {
      isPaused = true;
      socket.pause(); // Does nothing before the line is open, or behind its end.
    },
    resume() {
      isPaused = false;
      socket.resume();
    },
  };
}

function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Uint8Array | null {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

/** The error's own words, without an address's query, where a secret might be. */
function plainText(error: Error): string {
  return error.message.replaceAll(/\?\S*/g, '').slice(0, 200);
}
