// `causeway start`: a desk, until it is told to stop or has to.

import { resolve } from 'node:path';
import type { AdminCommand, Recorded } from '../../spec/events/index.ts';
import type { VenueID } from '../../spec/terms/index.ts';
import type { GatewayConfig } from '../config/index.ts';
import { formatProblems, formatWarnings, loadConfig } from '../config/index.ts';
import { JournalCorrupt } from '../journal/index.ts';
import {
  type GatewayEnd,
  type RunningGateway,
  realClock,
  realTimers,
  startGateway,
} from '../process/index.ts';
import {
  createOperatorKey,
  newOperatorToken,
  operatorActions,
  removeOperatorKey,
} from '../operator/index.ts';
import { createTelemetry, type StatusServer, type Telemetry } from '../telemetry/index.ts';
import { deskTelemetry } from './desk-telemetry.ts';
import { ExitCode } from './exit-codes.ts';
import { operatedDesk } from './operated-desk.ts';
import { createOutput, type Output } from './output.ts';

export interface StartOptions {
  readonly json: boolean;
  readonly version: string;
}

const LAST_WORDS_MS = 500;

/** Why a desk that ran has ended. */
type End = { readonly type: 'Told'; readonly signal: string } | GatewayEnd;

export async function start(file: string, options: StartOptions): Promise<ExitCode> {
  const out = createOutput(options);
  const loaded = loadConfig(file);
  if (!loaded.ok) {
    out.error(formatProblems(loaded.error));
    return ExitCode.FailedCheck;
  }
  const { config, warnings } = loaded.value;
  if (warnings.length > 0) out.error(formatWarnings(warnings));
  try {
    return await run(config, options, out);
  } catch (error) {
    out.error(`causeway: ${error instanceof Error ? error.message : String(error)}`);
    return error instanceof JournalCorrupt ? ExitCode.FailedCheck : ExitCode.Refused;
  }
}

async function run(config: GatewayConfig, options: StartOptions, out: Output): Promise<ExitCode> {
  const clock = realClock();
  const timers = realTimers();
  let sayEnd: (end: End) => void = () => undefined;
  const ended = new Promise<End>((resolve) => (sayEnd = resolve));
  const desk = deskTelemetry(config, clock, () => telemetry);
  const telemetry: Telemetry = createTelemetry({
    desk: config.desk,
    version: options.version,
    log: config.log,
    sessions: [...config.sessions, ...config.dropCopies].map(({ sessionID }) => sessionID),
    venues: venueIDs(config),
    dropCopies: config.dropCopies.map(({ sessionID }) => sessionID),
    clock,
    timers,
    status: () => desk.status(),
  });
  const servers: StatusServer[] = [];
  const token = newOperatorToken();
  let running: RunningGateway | null = null;
  const actions = await operatorActions({
    token,
    log: telemetry.log,
    status: () => desk.status(),
    desk: () =>
      running === null
        ? null
        : operatedDesk(config, running, (command) => operated(running, command)),
  });
  try {
    const gateway = await startGateway(config, {
      log: telemetry.log,
      owned: async () => {
        servers.push(await telemetry.serve(config.listen.http, actions));
        // Before the desk listens for orders: from then on a folder that goes is the journal's to tell.
        createOperatorKey(config.dataFolder, httpURL(config, servers), token);
      },
      ended: (end) => sayEnd(end),
      ...desk.ports,
    });
    desk.attach(gateway);
    running = gateway;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => sayEnd({ type: 'Told', signal }));
    }
    announce(out, config, {
      gateway,
      http: httpURL(config, servers),
      version: options.version,
    });
    const end = await ended;
    desk.stopping();
    running = null;
    removeOperatorKey(config.dataFolder);
    return await finish(end, gateway, telemetry, out);
  } finally {
    if (servers.length > 0) removeOperatorKey(config.dataFolder); // Else the folder may be another desk's.
    await Promise.all(servers.map((server) => server.close()));
    await telemetry.close();
  }
}

const exitCodes = {
  JournalFailed: ExitCode.JournalFailed,
  DeskStopped: ExitCode.DeskStopped,
  StateRefuted: ExitCode.FailedCheck,
} as const;

/** After a fatal end nothing more is written or told: the next start replays. */
async function finish(
  end: End,
  gateway: RunningGateway,
  telemetry: Telemetry,
  out: Output,
): Promise<ExitCode> {
  const { log } = telemetry;
  switch (end.type) {
    case 'Told':
      log.info({ signal: end.signal }, 'the desk stops');
      await gateway.stop('the desk stops');
      return ExitCode.Done;
    case 'JournalFailed':
      log.error(
        { fatal: end.fatal.type, text: end.fatal.text },
        'the journal failed: the desk ends',
      );
      out.error(`causeway: the journal failed: ${end.fatal.text}`);
      break;
    case 'DeskStopped':
      log.error({ error: end.cause }, 'the desk stopped: its next start refuses this command');
      out.error(`causeway: ${end.cause.message}`);
      break;
    case 'StateRefuted':
      out.error(`causeway: the journal does not prove the desk's state: ${end.text}`);
      break;
  }
  // Sockets and threads may be stuck with what broke: the process waits for its last words at most.
  const patience = new Promise<void>((resolve) => realTimers().after(LAST_WORDS_MS, resolve));
  await Promise.race([telemetry.close(), patience]);
  process.exit(exitCodes[end.type]);
}

interface Listening {
  readonly gateway: RunningGateway;
  readonly http: string;
  readonly version: string;
}

/** On standard error, because the log has standard output; with --json on standard output. */
function announce(out: Output, config: GatewayConfig, listening: Listening): void {
  const { gateway, http, version } = listening;
  const { recovery, fixPort, fixTlsPort } = gateway;
  const fixTls = fixTlsPort === null ? null : `${config.listen.fixTls?.host}:${fixTlsPort}`;
  const fix = `${config.listen.fix.host}:${fixPort}`;
  if (out.json) {
    out.object({
      type: 'Started',
      version,
      desk: config.desk,
      fix,
      ...(fixTls === null ? {} : { fixTls }),
      http,
      recovery,
      pid: process.pid,
    });
    return;
  }
  const sessions = [...config.sessions, ...config.dropCopies]
    .map(({ sessionID }) => sessionID)
    .join(', ');
  const venues = venueIDs(config).join(', ');
  const lines = [
    `causeway ${version}, desk ${config.desk}: recovery done in ${seconds(recovery.ms)}, ` +
      `${recovery.replayedRecords} records replayed`,
    `  FIX      ${fix}   sessions ${sessions}`,
    ...(fixTls === null ? [] : [`  FIX TLS  ${fixTls}`]),
    `  health   ${http}/health`,
    `  metrics  ${http}/metrics`,
    `  journal  ${config.dataFolder}   durability ${config.durability}`,
    `  venues   ${venues}`,
    ...firstOrder(config),
    'Stop it with Ctrl-C or SIGTERM.',
  ];
  out.error(lines.join('\n'));
}

function venueIDs({ venues, chainVenues }: GatewayConfig): readonly VenueID[] {
  return [...venues, ...chainVenues].map(({ venueID }) => venueID);
}

function httpURL({ listen }: GatewayConfig, servers: readonly StatusServer[]): string {
  const { host, port } = listen.http;
  return `http://${host.includes(':') ? `[${host}]` : host}:${servers[0]?.port ?? port}`;
}

function operated(
  gateway: RunningGateway | null,
  command: AdminCommand,
): Promise<readonly Recorded[]> {
  if (gateway === null) return Promise.reject(new Error('the desk stops'));
  return gateway.operate(command);
}

function firstOrder(config: GatewayConfig): readonly string[] {
  const session =
    config.sessions.find(({ sessionID }) => sessionID === 'CLI') ??
    config.sessions.find(({ template }) => template === null);
  const symbol = config.instruments[0]?.symbol;
  if (session === undefined || symbol === undefined) return [];
  const isUsual =
    session.sessionID === 'CLI' && resolve(config.file ?? '') === resolve('data/desk.yaml');
  const from = isUsual ? '' : ` --config ${config.file} --session ${session.sessionID}`;
  return [`First order:`, `  npx causeway order buy 0.01 ${symbol} --market${from}`];
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(ms < 100 ? 2 : 1)} s`;
}
