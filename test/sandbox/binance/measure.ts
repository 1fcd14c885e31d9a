// How fast the simulated exchange is, seen from a client in another process: what a bench may blame
// on its venue. Run: node dist/test/sandbox/binance/measure.js [orders per second] [seconds]

import { spawn } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';

const rate = Number(process.argv[2] ?? '4000');
const seconds = Number(process.argv[3] ?? '5');

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-measure-'));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const keyFile = join(folder, 'public.pem');
  writeFileSync(keyFile, publicKey.export({ type: 'spki', format: 'pem' }));
  const venue = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./main.js', import.meta.url)),
      ...[
        '--ed25519-api-key',
        'measure',
        '--ed25519-public-key',
        keyFile,
        '--no-limits',
        '--quiet',
      ],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const first = await new Promise<string>((resolve) =>
      venue.stdout.once('data', (data) => resolve(String(data))),
    );
    const socket = new WebSocket(JSON.parse(first).listening.wsApi, { perMessageDeflate: false });
    await new Promise((resolve) => socket.once('open', resolve));
    await logOn(socket, (payload) =>
      sign(null, Buffer.from(payload), privateKey).toString('base64'),
    );
    await run(socket, 500, { rate, seconds: 1 }); // Warms the compiler up.
    const before = cpuMs(venue.pid);
    const result = await run(socket, 1_000_000, { rate, seconds });
    const cpu = cpuMs(venue.pid) - before;
    result.latencies.sort((a, b) => a - b);
    const at = (share: number): string =>
      `${((result.latencies[Math.floor(result.latencies.length * share)] ?? 0) * 1_000).toFixed(0)} us`;
    process.stdout.write(
      `asked for ${rate} order.place/s over ${seconds} s: ${(result.latencies.length / result.elapsedS).toFixed(0)}/s ` +
        `acknowledged, ${result.events} user stream events; p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}; ` +
        `venue used ${((cpu / (result.elapsedS * 1_000)) * 100).toFixed(0)} % of a core\n`,
    );
    socket.close();
  } finally {
    venue.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function logOn(socket: WebSocket, signed: (payload: string) => string): Promise<void> {
  const timestamp = Date.now();
  const signature = signed(`apiKey=measure&timestamp=${timestamp}`);
  const params = { apiKey: 'measure', timestamp, signature };
  socket.send(JSON.stringify({ id: 'logon', method: 'session.logon', params }));
  await new Promise((resolve) => socket.once('message', resolve));
  socket.send('{"id":"sub","method":"userDataStream.subscribe"}');
  await new Promise((resolve) => socket.once('message', resolve));
}

interface Run {
  readonly latencies: number[];
  readonly events: number;
  readonly elapsedS: number;
}

// Half of the orders trade at once (IOC buys through the best ask), half rest far away and are cancelled.
function run(
  socket: WebSocket,
  firstId: number,
  of: { rate: number; seconds: number },
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const total = of.rate * of.seconds;
    const sentAt = new Float64Array(total);
    const latencies: number[] = [];
    let events = 0;
    let sent = 0;
    const begin = performance.now();
    const heard = (data: Buffer): void => {
      const text = data.toString();
      if (text.startsWith('{"sub')) {
        events += 1;
        return;
      }
      const id = Number(text.slice(6, text.indexOf(',')));
      if (id < firstId || id >= firstId + total) return; // A cancel's answer.
      latencies.push(performance.now() - (sentAt[id - firstId] ?? 0));
      if ((id - firstId) % 2 === 1) {
        const params = `{"symbol":"BTCUSDT","origClientOrderId":"m-${id}","timestamp":${Date.now()}}`;
        socket.send(`{"id":-1,"method":"order.cancel","params":${params}}`);
      }
      if (latencies.length < total) return;
      socket.off('message', heard);
      socket.off('close', cut);
      clearInterval(timer);
      resolve({ latencies, events, elapsedS: (performance.now() - begin) / 1_000 });
    };
    socket.on('message', heard);
    // The venue cuts a reader that lags 16 MiB behind: more was asked for than this machine can do.
    const cut = (): void => reject(new Error(`cut off at ${of.rate}/s`));
    socket.once('close', cut);
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - begin) / 1_000) * of.rate));
      for (; sent < due; sent += 1) {
        const id = firstId + sent;
        const rests = sent % 2 === 1;
        sentAt[sent] = performance.now();
        socket.send(
          `{"id":${id},"method":"order.place","params":{"symbol":"BTCUSDT","side":"BUY","type":"LIMIT",` +
            `"timeInForce":"${rests ? 'GTC' : 'IOC'}","price":"${rests ? '50000.00' : '70000.00'}",` +
            `"quantity":"0.00010000","newClientOrderId":"m-${id}","timestamp":${Date.now()}}}`,
        );
      }
    }, 1);
  });
}

/** User and system time of a process on Linux, from /proc; its clock ticks are 10 ms. */
function cpuMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

await main();
