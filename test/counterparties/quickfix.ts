// QuickFIX C++ as a client of the gateway: the program under test/interop/quickfix, built once.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClientProcess, startClient } from './client.ts';

const SOURCE = 'test/interop/quickfix/counterparty.cpp';
const BUILD = 'test/interop/build';
/** The standard's own tables in QuickFIX's form; read where they lie, next to the project. */
const DICTIONARIES = '../shared/fix/dictionaries';

/** The program's file, or why there is none. */
export type QuickFix =
  | {
      readonly type: 'Built';
      readonly file: string /** Null: there are none here. */;
      readonly dictionaries: string | null;
    }
  | { readonly type: 'Absent'; readonly why: string };

/** Compiles it unless it is newer than its source: 13 s. */
export function buildQuickFix(): QuickFix {
  const file = join(BUILD, 'counterparty');
  const dictionaries = existsSync(DICTIONARIES) ? DICTIONARIES : null;
  if (existsSync(file) && statSync(file).mtimeMs > statSync(SOURCE).mtimeMs) {
    return { type: 'Built', file, dictionaries };
  }
  if (spawnSync('g++', ['--version']).status !== 0) {
    return { type: 'Absent', why: 'no g++ here' };
  }
  const headers = spawnSync('g++', ['-std=c++14', '-fsyntax-only', '-x', 'c++', '-'], {
    input: '#include <quickfix/Application.h>\n',
  });
  if (headers.status !== 0) return { type: 'Absent', why: 'no QuickFIX headers (libquickfix-dev)' };
  mkdirSync(BUILD, { recursive: true });
  const fresh = `${file}.${process.pid}`;
  const built = spawnSync(
    'g++',
    ['-O1', '-std=c++14', '-w', SOURCE, '-o', fresh, '-lquickfix', '-lpthread'],
    { encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(`${SOURCE} does not compile: ${built.stderr}`);
  renameSync(fresh, file);
  return { type: 'Built', file, dictionaries };
}

export interface QuickFixOptions {
  readonly program: QuickFix & { readonly type: 'Built' };
  /** Settings, store and logs; the sequence numbers live on in it. */
  readonly folder: string;
  readonly senderCompID: string;
  readonly port: number;
  readonly heartBtInt?: number;
  /** Asks for a reset of sequence numbers with each logon. */
  readonly resetOnLogon?: boolean;
  readonly password?: string;
  /** The usual one is FIX.4.4. */
  readonly version?: 'FIX.4.2' | 'FIX.4.4' | 'FIX.5.0SP2';
}

/** Starts a client; it logs on by itself, and again a second after a connection breaks. */
export function startQuickFix(options: QuickFixOptions): ClientProcess {
  const { program, folder, senderCompID, version = 'FIX.4.4' } = options;
  mkdirSync(folder, { recursive: true });
  const settings = join(folder, 'settings.cfg');
  rmSync(settings, { force: true });
  writeFileSync(
    settings,
    [
      '[DEFAULT]',
      'ConnectionType=initiator',
      'ReconnectInterval=1',
      'StartTime=00:00:00',
      'EndTime=00:00:00',
      'NonStopSession=Y',
      'MillisecondsInTimeStamp=Y',
      `FileStorePath=${join(folder, 'store')}`,
      ...validationOf(program.dictionaries, version),
      `HeartBtInt=${options.heartBtInt ?? 30}`,
      `ResetOnLogon=${options.resetOnLogon === true ? 'Y' : 'N'}`,
      `Username=${senderCompID}`,
      `Password=${options.password ?? `${senderCompID}-password`}`,
      '[SESSION]',
      ...(version === 'FIX.5.0SP2'
        ? ['BeginString=FIXT.1.1', 'DefaultApplVerID=FIX.5.0SP2']
        : [`BeginString=${version}`]),
      `SenderCompID=${senderCompID}`,
      'TargetCompID=CAUSEWAY',
      'SocketConnectHost=127.0.0.1',
      `SocketConnectPort=${options.port}`,
      '',
    ].join('\n'),
  );
  return startClient({
    command: program.file,
    arguments: ['client', settings],
    logFile: join(folder, 'stderr.log'),
  });
}

function validationOf(dictionaries: string | null, version: string): readonly string[] {
  if (dictionaries === null) return ['UseDataDictionary=N'];
  const file = join(dictionaries, `${version.replaceAll('.', '')}.xml`);
  const read =
    version === 'FIX.5.0SP2'
      ? [`TransportDataDictionary=${join(dictionaries, 'FIXT11.xml')}`, `AppDataDictionary=${file}`]
      : [`DataDictionary=${file}`];
  return ['UseDataDictionary=Y', ...read];
}
