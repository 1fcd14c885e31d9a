// The acceptor that echoes, test/acceptance/echo.ts, as a process.

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ECHO = fileURLToPath(new URL('../acceptance/echo.js', import.meta.url));

export interface Echo {
  readonly port: number;
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Settles when it listens, on a port of its own. */
export function startEcho(...options: readonly string[]): Promise<Echo> {
  const child: ChildProcess = spawn(process.execPath, [ECHO, '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(`the acceptor ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const port = /listening on .*:(\d+)/.exec(chunk.toString('utf8'))?.[1];
      if (port === undefined) return;
      resolve({
        port: Number(port),
        async end(signal = 'SIGTERM') {
          child.kill(signal);
          await ended;
        },
      });
    });
  });
}
