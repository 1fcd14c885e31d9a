// What both kinds of WebSocket have in common: keep-alive, a bound on what a slow reader may pile up.
// Source: web-socket-api.md, "General API Information": a ping each 20 s, a pong within a minute.

import type { RawData, WebSocket } from 'ws';

export interface KeepAlive {
  readonly pingIntervalMs: number;
  readonly pongTimeoutMs: number;
}

export const REAL_KEEP_ALIVE: KeepAlive = { pingIntervalMs: 20_000, pongTimeoutMs: 60_000 };

/** Unsent bytes at which a reader that does not keep up is cut off. */
const MAX_BUFFERED_BYTES = 16 * 1_048_576;

export function sendBounded(socket: WebSocket, frame: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate();
  else socket.send(frame);
}

/** Pings until the socket closes; cuts it when no pong has answered in time. Unsolicited pongs do not count. */
export function keepAlive(socket: WebSocket, options: KeepAlive, now: () => number): void {
  let waitingSince: number | null = null;
  let payload = '';
  const timer = setInterval(() => {
    if (waitingSince !== null && now() - waitingSince >= options.pongTimeoutMs) return socket.terminate();
    if (waitingSince === null) waitingSince = now();
    payload = String(now());
    return socket.ping(payload);
  }, options.pingIntervalMs);
  socket.on('pong', (data: Buffer) => {
    if (data.toString() === payload) waitingSince = null;
  });
  socket.on('close', () => clearInterval(timer));
}

/** The text of a frame, however the library split it. */
export function frameText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
