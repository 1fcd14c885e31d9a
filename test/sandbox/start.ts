// `npm start`: the gateway on embedded defaults, and a simulated exchange beside it, each a process of
// its own. The gateway is started by its command line, as anyone else would.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EMBEDDED_PORTS, embeddedFiles } from '../../gateway/config/index.ts';

const GATEWAY = 'dist/gateway/cli/main.js';
const EXCHANGE = 'dist/test/sandbox/binance/main.js';
/** A gateway that does not stop by itself within this is killed. */
const STOP_PATIENCE_MS = 10_000;

interface Keys {
  readonly apiKey: string;
  readonly secret: string;
  readonly passwords: { readonly CLI: string; readonly ACME: string };
}

async function main(): Promise<void> {
  const said = process.env['CAUSEWAY_DATA'];
  const folder = resolve(said === undefined || said === '' ? 'data' : said);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keys = keysIn(folder);
  const keyFile = join(folder, 'exchange', 'key.json');
  writePrivately(keyFile, JSON.stringify({ apiKey: keys.apiKey, secret: keys.secret }));

  const exchange = spawn(
    process.execPath,
    [
      EXCHANGE,
      '--hmac-key-file',
      keyFile,
      '--state',
      join(folder, 'exchange', 'state.json'),
      '--quiet',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  const urls = await listening(exchange);
  process.stdout.write(`simulated exchange   ${urls.rest} (control ${urls.control})\n`);

  const [config, ...secrets] = embeddedFiles({
    folder,
    fixPort: port('CAUSEWAY_FIX_PORT', EMBEDDED_PORTS.fix),
    httpPort: port('CAUSEWAY_HTTP_PORT', EMBEDDED_PORTS.http),
    venue: {
      restURL: urls.rest,
      ordersURL: urls.wsApi,
      marketURL: urls.streams,
      apiKey: keys.apiKey,
      secret: keys.secret,
    },
    passwords: keys.passwords,
  });
  if (config === undefined) throw new Error('the embedded configuration has no files');
  for (const file of secrets) writePrivately(file.path, file.text);
  writeFileSync(config.path, config.text);

  const gateway = spawn(process.execPath, [GATEWAY, 'start', '--config', config.path], {
    stdio: 'inherit',
    detached: true,
  });
  stopTogether(gateway, exchange);
}

/** A signal stops the gateway, then the exchange: what the gateway says last still finds its venue. */
function stopTogether(gateway: ChildProcess, exchange: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      gateway.kill('SIGTERM');
      setTimeout(() => gateway.kill('SIGKILL'), STOP_PATIENCE_MS).unref();
    });
  }
  gateway.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 0 : 1);
    exchange.kill('SIGTERM');
  });
  exchange.once('exit', (code) => {
    if (gateway.exitCode !== null || gateway.signalCode !== null) return;
    process.stderr.write(
      `the simulated exchange ended with ${code}; the gateway goes on without it\n`,
    );
  });
}

/** Made once, kept beside the journal: the exchange and the client's command line use the same. */
function keysIn(folder: string): Keys {
  const file = join(folder, 'exchange', 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  const fresh = (): string => randomBytes(24).toString('hex');
  const keys: Keys = {
    apiKey: fresh(),
    secret: fresh(),
    passwords: { CLI: fresh(), ACME: fresh() },
  };
  writePrivately(file, JSON.stringify(keys));
  return keys;
}

function writePrivately(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, text, { mode: 0o600 });
}

function port(variable: string, usual: number): number {
  const said = process.env[variable];
  return said === undefined ? usual : Number(said);
}

interface Urls {
  readonly rest: string;
  readonly wsApi: string;
  readonly streams: string;
  readonly control: string;
}

function listening(exchange: ChildProcess): Promise<Urls> {
  return new Promise((settle, reject) => {
    let said = '';
    exchange.once('exit', (code) => reject(new Error(`the exchange ended with ${code}`)));
    exchange.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const line = said.split('\n', 1)[0];
      if (line === undefined || !said.includes('\n')) return;
      settle((JSON.parse(line) as { readonly listening: Urls }).listening);
    });
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
