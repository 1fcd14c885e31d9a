// What one turn writes leaves as one, in order, and an end behind it.

import { connect, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { tcpNetwork, transportOf } from '../../../../../gateway/fix/transport/tcp.ts';
import type { Transport } from '../../../../../spec/ports/index.ts';

const host = '127.0.0.1';
const bytesOf = (text: string): Uint8Array => Buffer.from(text);

/** A transport of ours, and all that its peer reads until it is ended. */
async function connected(): Promise<readonly [Transport, Promise<string>]> {
  const opened: ((transport: Transport) => void)[] = [];
  const transport = new Promise<Transport>((resolve) => void opened.push(resolve));
  const listener = await tcpNetwork().listen({ host, port: 0 }, (one) => {
    for (const tell of opened) tell(one);
    return { received() {}, drained() {}, closed: () => listener.close() };
  });
  const peer = connect({ host, port: listener.port });
  let text = '';
  peer.on('data', (bytes) => (text += bytes.toString()));
  const ended = new Promise<string>((resolve) => void peer.once('end', () => resolve(text)));
  return [await transport, ended];
}

test('an end leaves behind what was written in its turn, all of it in order', async () => {
  const [transport, read] = await connected();
  transport.write(bytesOf('one '));
  transport.write(bytesOf('two '));
  transport.end();
  expect(await read).toBe('one two ');
});

test('what was written counts as queued before its turn ends, and is written once', async () => {
  const [transport, read] = await connected();
  transport.write(bytesOf('one '));
  transport.write(bytesOf('two '));
  expect(transport.queuedBytes).toBe(8);
  await Promise.resolve();
  transport.write(bytesOf('three'));
  await Promise.resolve();
  transport.end();
  expect(await read).toBe('one two three');
});

/** Of a socket what is asked of it here; it holds back nothing. */
function recording(): { readonly socket: Socket; readonly writes: string[] } {
  const writes: string[] = [];
  const socket = {
    destroyed: false,
    writableLength: 0,
    writableHighWaterMark: 16,
    write: (bytes: Uint8Array) => writes.push(Buffer.from(bytes).toString()),
    destroy() {
      socket.destroyed = true;
    },
  };
  return { socket: socket as unknown as Socket, writes };
}

test('a turn is one write; false from the socket’s own mark on', async () => {
  const { socket, writes } = recording();
  const transport = transportOf(socket);
  expect(transport.write(bytesOf('0123456789'))).toBe(true);
  expect(transport.write(bytesOf('012345'))).toBe(false);
  await Promise.resolve();
  expect(writes).toEqual(['0123456789012345']);
  expect(transport.queuedBytes).toBe(0);
});

test('of a socket that was destroyed in that turn nothing is asked', async () => {
  const { socket, writes } = recording();
  const transport = transportOf(socket);
  transport.write(bytesOf('late'));
  transport.destroy();
  await Promise.resolve();
  expect(writes).toEqual([]);
});
