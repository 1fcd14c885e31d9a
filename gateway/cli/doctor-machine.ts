// What the machine gives a process: its Node, and its limits.

import { readFileSync } from 'node:fs';
import type { Finding } from './doctor-finding.ts';

const NODE_LEAST = [20, 18] as const;
/** Sessions, venues and LMDB need some hundred; a client that connects again and again some more. */
const FILES_LEAST = 1_024;
const FILES_GOOD = 4_096;

export function machineFindings(): readonly Finding[] {
  const limits = limitsText();
  return [nodeFinding(process.versions.node), ...(limits === null ? [] : limitFindings(limits))];
}

/** Exported for tests. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = NODE_LEAST;
  const isGood = major > leastMajor || (major === leastMajor && minor >= leastMinor);
  return {
    check: 'Node',
    state: isGood ? 'ok' : 'fail',
    found: version,
    remedy: isGood ? '' : `install Node ${NODE_LEAST.join('.')} or newer`,
  };
}

/** Null where there is none: not Linux. */
function limitsText(): string | null {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return null;
  }
}

/** `text` as of /proc/self/limits (proc(5)). Exported for tests. */
export function limitFindings(text: string): readonly Finding[] {
  const soft = (name: string): number => {
    const value = new RegExp(`^${name} +(\\S+)`, 'm').exec(text)?.[1];
    return value === undefined || value === 'unlimited' ? Number.POSITIVE_INFINITY : Number(value);
  };
  const files = soft('Max open files');
  const fileSize = soft('Max file size');
  const core = soft('Max core file size');
  return [
    {
      check: 'open files',
      state: files < FILES_LEAST ? 'fail' : files < FILES_GOOD ? 'warn' : 'ok',
      found: said(files),
      remedy: files < FILES_GOOD ? `ulimit -n ${FILES_GOOD}, or LimitNOFILE= of its service` : '',
    },
    {
      check: 'file size',
      state: Number.isFinite(fileSize) ? 'fail' : 'ok',
      found: said(fileSize),
      remedy: Number.isFinite(fileSize) ? 'ulimit -f unlimited: a journal only grows' : '',
    },
    {
      check: 'core dumps',
      state: core > 0 ? 'warn' : 'ok',
      found: said(core),
      remedy: core > 0 ? 'ulimit -c 0: a core file holds keys and passwords' : '',
    },
  ];
}

function said(limit: number): string {
  return Number.isFinite(limit) ? String(limit) : 'unlimited';
}
