// A real EVM node (anvil) as a child process, bounded in what it leaves on the disk.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Rpc, rpcTo } from './rpc.ts';
import { endWithUs } from '../end-with-us.ts';

export interface NodeOptions {
  /** Seconds between two blocks; 0: a block for each transaction; null: only when it is asked for. */
  readonly blockTimeS: number | null;
  readonly chainId: number;
  /** 0: any free port. */
  readonly port: number;
  /** The chain is kept in this file over a restart; null: it begins anew. */
  readonly stateFile: string | null;
}

export interface RunningNode {
  readonly url: string;
  readonly rpc: Rpc;
  readonly process: ChildProcess;
  /** The node's own folder on the disk, which goes with it. */
  readonly folder: string;
  /** Ends it and removes what it left behind. */
  stop(): Promise<void>;
}

/** Older states than this many blocks are not kept on the disk: about 1 MB each at most. */
const PERSISTED_STATES = 64;
/** Blocks whose transactions are kept in memory. */
const BLOCKS_KEPT = 4_096;
/** What a node that is killed may forget. */
const SAVE_EVERY_S = 5;
const START_PATIENCE_MS = 10_000;

/** Throws where the development package of the node is not installed. */
export function anvilBinary(): string {
  const require = createRequire(import.meta.url);
  const { platform, arch } = process;
  const cpu = arch === 'x64' ? 'amd64' : arch;
  const system = platform === 'win32' ? 'win32' : platform;
  return require.resolve(`@foundry-rs/anvil-${system}-${cpu}/bin/anvil`);
}

/** False where its package has none for this system. */
export function isNodeInstalled(): boolean {
  try {
    return existsSync(anvilBinary());
  } catch {
    return false;
  }
}

export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const folder = mkdtempSync(join(tmpdir(), 'causeway-node-'));
  const child = spawn(anvilBinary(), argumentsOf(options, folder), {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    env: { ...process.env, HOME: folder, FOUNDRY_DISABLE_NIGHTLY_WARNING: '1' },
  });
  endWithUs(child, 'SIGTERM');
  const stopped = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM'); // It writes its state before it ends.
    const harder = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await stopped;
    clearTimeout(harder);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const port = await listeningPort(child);
    const url = `http://127.0.0.1:${port}`;
    return { url, rpc: rpcTo(url), process: child, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function argumentsOf(options: NodeOptions, folder: string): string[] {
  const cache = join(folder, 'cache');
  mkdirSync(cache, { recursive: true });
  const mining =
    options.blockTimeS === null
      ? ['--no-mining']
      : options.blockTimeS === 0
        ? []
        : ['--block-time', String(options.blockTimeS)];
  const state =
    options.stateFile === null
      ? []
      : ['--state', options.stateFile, '--state-interval', String(SAVE_EVERY_S)];
  return [
    ...['--host', '127.0.0.1', '--port', String(options.port)],
    ...['--chain-id', String(options.chainId)],
    ...['--cache-path', cache],
    ...['--max-persisted-states', String(PERSISTED_STATES)],
    ...['--transaction-block-keeper', String(BLOCKS_KEPT)],
    ...mining,
    ...state,
  ];
}

/** It says its port once it listens; what it says later is read and dropped, so that it never blocks. */
function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const tooLate = setTimeout(
      () => reject(new Error('the node did not say in time where it listens')),
      START_PATIENCE_MS,
    );
    const settle = (act: () => void): void => {
      clearTimeout(tooLate);
      act();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code) => settle(() => reject(new Error(`the node ended with ${code}`))));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (said === 'heard') return;
      said += chunk.toString('utf8');
      const port = /Listening on 127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      said = 'heard';
      settle(() => resolve(Number(port)));
    });
  });
}
