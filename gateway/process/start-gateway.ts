// The gateway as a process: recovers, joins the parts, and only then listens.

import { type Assembled, type GatewayPorts, assemble } from './assembly.ts';
import type { AdminCommand, Recorded } from '../../spec/events/index.ts';
import type { Clock, Timers } from '../../spec/ports/index.ts';
import type { InstrumentID, VenueID } from '../../spec/terms/index.ts';
import type { BookSnapshot, PoolSnapshot } from '../../spec/venues/index.ts';
import type { GatewayConfig } from '../config/index.ts';
import { type DeskView, stateHash } from '../desk/index.ts';
import { SessionDirectory, type SessionDriver } from '../fix/index.ts';
import type { Journal } from '../journal/index.ts';
import type { DropCopyHost } from './drop-copy-host.ts';
import type { FixHost } from './fix-host.ts';
import { type FixAcceptors, listenForFix } from './fix-listeners.ts';
import { flowing } from './flow.ts';
import type { OpenedJournal } from './open-journal.ts';
import { type Proof, type ProofStatus, startProof } from './proof.ts';
import { recover } from './recovery.ts';
import type { RetentionStatus } from './retention.ts';
import type { UnknownAtVenue } from './unknown-orders.ts';
import type { HoldingCompared } from './balance-watch.ts';
import type { VenueHost } from './venue-host.ts';

/** A clean stop waits so long for Logouts to be answered. */
const LOGOUT_PATIENCE_MS = 1_000;

export interface RunningGateway {
  readonly fixPort: number;
  /** Null: none listens for TLS. */
  readonly fixTlsPort: number | null;
  readonly recovery: { readonly ms: number; readonly replayedRecords: number };
  /** By which it records, and dates books. */
  readonly clock: Clock;
  readonly journal: Journal;
  readonly desk: DeskView;
  readonly venues: readonly VenueHost[];
  readonly sessions: FixHost;
  /** An operator's command; settles with what it came to, once that is durable. */
  operate(command: AdminCommand): Promise<readonly Recorded[]>;
  readonly dropCopies: DropCopyHost;
  book(venueID: VenueID, instrumentID: InstrumentID): BookSnapshot | null;
  pool(venueID: VenueID, venueSymbol: string): PoolSnapshot | null;
  /** What venues that were asked for it have open beside the desk's orders. */
  unknownOrders(): readonly UnknownAtVenue[];
  /** What venues say that we have, beside what is booked. */
  holdings(): readonly HoldingCompared[];
  stateHash(): string;
  /** What retention has let go of since the start. */
  retained(): RetentionStatus;
  /** How far the journal is proved from its beginning, beside the desk. */
  proof(): ProofStatus;
  /** Logs sessions off, writes a snapshot, closes the journal. */
  stop(text: string): Promise<void>;
}

/** Throws JournalCorrupt, or with the address that could not be had: then the journal is closed. */
export async function startOver(
  { clock, timers, startedAt, journal }: OpenedJournal,
  config: GatewayConfig,
  ports: GatewayPorts,
): Promise<RunningGateway> {
  const { log } = ports;
  let assembled: Assembled | null = null;
  try {
    await ports.owned();
    const recovered = recover(journal, 'Beside');
    const recoveredThrough = journal.durableSequence;
    const recoveryMs = Number((clock.monotonic() - startedAt) / 1_000_000n);
    assembled = assemble(config, ports, { clock, timers, journal, recovered });
    await journal.flush();
    const { flow } = assembled;
    const acceptors = await listenForFix(config, {
      timers,
      log,
      clock,
      flowing: (network) => flowing(network, flow),
      sessions: new SessionDirectory(
        [...assembled.fix.drivers, ...assembled.copies.drivers],
        assembled.fix.templates,
      ),
      admissions: assembled.admissions,
    });
    assembled.adopting.goOn();
    const { dataFolder: folder, durability } = config;
    const { snapshotAt } = recovered;
    const proof = startProof({
      data: { folder, durability, snapshotAt, through: recoveredThrough },
      log,
      refuted: (text) => ports.ended({ type: 'StateRefuted', text }),
    });
    return running(assembled, {
      proof,
      clock,
      timers,
      journal,
      acceptors,
      recovery: { ms: recoveryMs, replayedRecords: recovered.replayedRecords },
    });
  } catch (error) {
    await assembled?.close();
    await journal.close();
    throw error;
  }
}

interface Listening {
  readonly proof: Proof;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly journal: Journal;
  readonly acceptors: FixAcceptors;
  readonly recovery: RunningGateway['recovery'];
}

function running(assembled: Assembled, listening: Listening): RunningGateway {
  const { host, fix, copies, venues, recovered, picture, unknown, adopting } = assembled;
  const { journal, acceptors, clock, timers, proof } = listening;
  return {
    fixPort: acceptors.port,
    fixTlsPort: acceptors.tlsPort,
    recovery: listening.recovery,
    clock,
    journal,
    desk: recovered.state,
    venues,
    sessions: fix,
    operate: (command) =>
      new Promise((resolve, reject) => {
        adopting.whenDone(() => void host.operate(command).then(resolve, reject));
      }),
    dropCopies: copies,
    book: (venueID, id) => picture.book(venueID, id),
    pool: (venueID, name) => picture.pool(venueID, name),
    unknownOrders: () => unknown.all,
    holdings: () => assembled.balanceWatch.compared,
    stateHash: () => stateHash(recovered.state),
    retained: () => assembled.retained(),
    proof: () => proof.status(),
    async stop(text) {
      acceptors.close(text);
      await proof.close();
      await allLoggedOff([...fix.drivers, ...copies.drivers], timers);
      await assembled.close();
      host.saveAudit('All');
      await host.snapshot();
      await journal.close();
    },
  };
}

function allLoggedOff(drivers: readonly SessionDriver[], timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    const startedWith = LOGOUT_PATIENCE_MS / 20;
    let left = startedWith;
    const watch = timers.every(20, () => {
      left -= 1;
      if (left > 0 && drivers.some((driver) => driver.isConnected)) return;
      watch.cancel();
      resolve();
    });
  });
}
