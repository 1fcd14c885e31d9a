// What a venue on a chain needs: a node of that chain, at its head, and the signing process.

import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { createHttpClient } from '../../adapters/connection/index.ts';
import type { HttpOutcome } from '../../adapters/port/index.ts';
import type { Clock, Timers } from '../../spec/ports/index.ts';
import { epochMs } from '../../spec/units/index.ts';
import type { ChainVenueConfig } from '../config/index.ts';
import type { Finding } from './doctor-finding.ts';

const ANSWER_WITHIN_MS = 5_000;
/** Blocks come each 12 s on Ethereum, faster elsewhere. */
const HEAD_WARN_MS = 60_000;
const OTHERS_MAY = 0o077;

export interface ChainWorld {
  readonly clock: Clock;
  readonly timers: Timers;
}

export async function chainFindings(
  venues: readonly ChainVenueConfig[],
  world: ChainWorld,
): Promise<readonly Finding[]> {
  const all = await Promise.all(
    venues.map(async (venue) => [await nodeFinding(venue, world), await signerFinding(venue)]),
  );
  return all.flat();
}

async function nodeFinding(
  { venueID, rpcURL, chainID }: ChainVenueConfig,
  { clock, timers }: ChainWorld,
): Promise<Finding> {
  const check = `${venueID} node`;
  const http = createHttpClient(timers);
  const calls = [
    { jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] },
    { jsonrpc: '2.0', id: 2, method: 'eth_getBlockByNumber', params: ['latest', false] },
  ];
  const answers = await Promise.all(
    calls.map(
      (call) =>
        new Promise<HttpOutcome>((resolve) =>
          http.send(
            {
              method: 'POST',
              url: rpcURL,
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(call),
              timeoutMs: ANSWER_WITHIN_MS,
            },
            resolve,
          ),
        ),
    ),
  );
  http.close();
  const failed = answers.find((one) => one.type === 'Failed' || one.status !== 200);
  if (failed !== undefined) {
    const found = failed.type === 'Failed' ? failed.cause : `status ${failed.status}`;
    const remedy = 'address, firewall; the node may be down';
    return { check, state: 'fail', found: `${rpcURL}: ${found}`, remedy };
  }
  const [chain, block] = answers.map(resultOf);
  return judgedNode(check, chainID, {
    chainID: wholeOf(chain),
    block: wholeOf(fieldOf(block, 'number')),
    ageMs: epochMs(clock.now()) - 1_000 * (wholeOf(fieldOf(block, 'timestamp')) ?? 0),
  });
}

export interface SeenNode {
  readonly chainID: number | null;
  readonly block: number | null;
  /** Of its newest block. */
  readonly ageMs: number;
}

/** Exported for tests. */
export function judgedNode(check: string, chainID: number, seen: SeenNode): Finding {
  if (seen.chainID !== chainID || seen.block === null) {
    const found = `a node of chain ${seen.chainID ?? 'none'}`;
    return { check, state: 'fail', found, remedy: `a node of chain ${chainID}` };
  }
  const isOld = seen.ageMs > HEAD_WARN_MS;
  return {
    check,
    state: isOld ? 'warn' : 'ok',
    found: `chain ${chainID}, block ${seen.block}, ${(seen.ageMs / 1_000).toFixed(0)} s old`,
    remedy: isOld ? 'the node is behind, or the chain stands still: pools are not quoted' : '',
  };
}

function signerFinding({ venueID, signerSocket }: ChainVenueConfig): Promise<Finding> {
  const check = `${venueID} signer`;
  return new Promise((resolve) => {
    const socket = connect(signerSocket);
    socket.once('connect', () => {
      socket.destroy();
      const isClosed = (statSync(signerSocket).mode & OTHERS_MAY) === 0;
      resolve({
        check,
        state: isClosed ? 'ok' : 'fail',
        found: signerSocket,
        remedy: isClosed ? '' : 'others may ask it to sign: mode 0600, in a folder of its own',
      });
    });
    socket.once('error', (error) => {
      const remedy = 'causeway signer, for that account; until then nothing goes to that venue';
      resolve({ check, state: 'fail', found: error.message, remedy });
    });
  });
}

function resultOf(outcome: HttpOutcome): unknown {
  if (outcome.type === 'Failed') return null;
  try {
    return fieldOf(JSON.parse(outcome.body), 'result');
  } catch {
    return null; // No JSON: as good as no answer, and told as one.
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return Object.entries(Object(value)).find(([key]) => key === name)?.[1];
}

function wholeOf(value: unknown): number | null {
  return typeof value === 'string' && /^0x[0-9a-f]{1,13}$/i.test(value) ? Number(value) : null;
}
