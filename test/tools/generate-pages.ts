// The tables of docs/ that are made from the code: keys of the configuration, metrics. `--check` compares.

import { CHAIN_DEFAULTS, DEFAULTS, SESSION_DEFAULTS } from '../../gateway/config/index.ts';
import { defaultValidationRules } from '../../gateway/fix/index.ts';
import { isSecretFileKey, isSecretKey } from '../../gateway/config/references.ts';
import { schema } from '../../gateway/config/schema.ts';
import { createMetrics } from '../../gateway/telemetry/metrics.ts';
import { type Section, cellsOf, generateSection, rowOf } from './generated-section.ts';

// ---- Keys of the configuration -------------------------------------------------------------------

interface Definition {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Definition>>;
    readonly innerType?: Definition;
    readonly element?: Definition;
    readonly valueType?: Definition;
  };
  meta(): { readonly expected?: unknown } | undefined;
}

export interface ConfigKey {
  /** Lists as `[]`, names of one's own as `NAME`. */
  readonly path: string;
  readonly expected: string;
  /** It, or something above it, may be left out. */
  readonly isOptional: boolean;
}

/** Every key that holds a value, in the order of the schema. */
export function configKeys(): readonly ConfigKey[] {
  return keysIn(schema as unknown as Definition, '', false);
}

function keysIn(one: Definition, path: string, isOptional: boolean): readonly ConfigKey[] {
  const { shape, innerType, element, valueType, type } = one.def;
  if (innerType !== undefined) return keysIn(innerType, path, isOptional || type === 'optional');
  if (element !== undefined) return keysIn(element, `${path}[]`, isOptional);
  if (valueType !== undefined) return keysIn(valueType, `${path}.NAME`, isOptional);
  if (shape === undefined) {
    return [{ path, expected: String(one.meta()?.expected ?? ''), isOptional }];
  }
  return Object.entries(shape).flatMap(([key, inner]) =>
    keysIn(inner, path === '' ? key : `${path}.${key}`, isOptional),
  );
}

/** Three scopes take the firm's limits, two of them without its rates, and drop copies the terms of sessions: one row each. */
export const SAME_LIMITS =
  /^(risk\.(?:sessions|accounts|instruments)\.NAME|dropCopies\[\]\.(?:fix|schedule))\..*$/;

const STATED_DEFAULTS: ReadonlyMap<string, string | number | boolean> = new Map<
  string,
  string | number | boolean
>([
  ['durability', DEFAULTS.durability],
  ['log.level', DEFAULTS.logLevel],
  ['sessions[].heartBtInt.min', DEFAULTS.heartBtInt.min],
  ['sessions[].heartBtInt.max', DEFAULTS.heartBtInt.max],
  ['sessions[].staleOrderAgeMs', DEFAULTS.staleOrderAgeMs],
  ['sessions[].limitPrice', DEFAULTS.limitPrice],
  ['dropCopies[].heartBtInt.min', DEFAULTS.heartBtInt.min],
  ['dropCopies[].heartBtInt.max', DEFAULTS.heartBtInt.max],
  ['dropCopies[].children', DEFAULTS.children],
  ['venues.NAME.recvWindowMs', DEFAULTS.recvWindowMs],
  ['venues.NAME.tier', DEFAULTS.tier],
  ['chainVenues.NAME.confirmations', CHAIN_DEFAULTS.confirmations],
  ['chainVenues.NAME.deadlineSeconds', CHAIN_DEFAULTS.deadlineSeconds],
  ['sessions[].iocOnChain', DEFAULTS.iocOnChain],
  ['sessions[].tlsOnly', DEFAULTS.tlsOnly],
  ['dropCopies[].tlsOnly', DEFAULTS.tlsOnly],
  ['listen.fixTls.clientCertificate', DEFAULTS.clientCertificate],
  ['listen.fixTls.minVersion', DEFAULTS.minVersion],
  ...Object.entries(DEFAULTS.connections).map(
    ([key, value]) => [`listen.limits.${key}`, value] as const,
  ),
  ...(['sessions', 'dropCopies'] as const).flatMap((scope) =>
    Object.entries(defaultValidationRules).map(
      ([check, usual]) => [`${scope}[].validation.${check}`, usual] as const,
    ),
  ),
  ['sessions[].fix.testSession', SESSION_DEFAULTS.testSession],
  ['sessions[].fix.acceptReset', SESSION_DEFAULTS.acceptReset],
  ['sessions[].fix.nextExpectedMsgSeqNum', SESSION_DEFAULTS.nextExpectedMsgSeqNum],
  ['sessions[].fix.sendingTimeToleranceMs', SESSION_DEFAULTS.sendingTimeToleranceMs],
  ['sessions[].fix.logoutTimeoutMs', SESSION_DEFAULTS.logoutTimeoutMs],
  ['sessions[].fix.gapPolicy', SESSION_DEFAULTS.gapPolicy],
  ['sessions[].fix.resendChunk', SESSION_DEFAULTS.resendChunk],
  ['sessions[].fix.resendPatienceMs', SESSION_DEFAULTS.resendPatienceMs],
  ['sessions[].fix.maxResendRequests', SESSION_DEFAULTS.maxResendRequests],
  ['sessions[].schedule.resetSequence', SESSION_DEFAULTS.resetSequence],
  ['sessions[].throttle.above', SESSION_DEFAULTS.above],
  ['sessions[].template.maxSessions', DEFAULTS.maxSessions],
]);

/** A unit is last in a key's name, but for FIX's own. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/Ms$/, 'ms'],
  [/Bytes$/, 'bytes'],
  [/Days$/, 'days'],
  [/MB$/, 'MB'],
  [/Bps$/, 'bp'],
  [/PerSecond$/, '1/s'],
  [/Seconds$/, 's'],
  [/Gwei$/, 'gwei'],
  [/chainVenues\..*\.tick$/, 'quote currency'],
  [/chainVenues\..*\.lot$/, 'base currency'],
  [/(Qty|Position)$/, 'base currency'],
  [/Notional$/, 'quote currency'],
  [/heartBtInt\.(min|max)$/, 's'],
];

const KEYS_HEAD = ['key', 'type', 'unit', 'without it', 'meaning'];

/** Type, unit and default are the schema's; the meaning, and what no default stands for, a person's. */
function keysTable(before: string): string {
  const written = new Map<string, readonly string[]>();
  for (const line of before.split('\n')) {
    const cells = cellsOf(line);
    const key = /^`(.+)`$/.exec(cells[0] ?? '')?.[1];
    if (key !== undefined) written.set(key, cells);
  }
  const rows = new Map<string, readonly string[]>();
  for (const key of configKeys()) {
    const path = key.path.replace(SAME_LIMITS, '$1');
    if (rows.has(path)) continue;
    const cells = written.get(path) ?? [];
    const meaning = cells.at(-1) ?? '';
    if (meaning === '') throw new Error(`docs/configuration.md does not say what ${path} means`);
    const type = path === key.path ? typeOf(key) : (cells[1] ?? '');
    const unit = UNITS.find(([form]) => form.test(path))?.[1] ?? '';
    rows.set(path, [`\`${path}\``, type, unit, withoutIt(key, path, cells.at(-2) ?? ''), meaning]);
  }
  return [rowOf(KEYS_HEAD), rowOf(KEYS_HEAD.map(() => '-')), ...[...rows.values()].map(rowOf)].join(
    '\n',
  );
}

function typeOf({ path, expected }: ConfigKey): string {
  const key = /([^.[\]]+)(?:\[\])?$/.exec(path)?.[1];
  if (isSecretFileKey(key)) return 'path of a file, mode 0600';
  if (isSecretKey(key)) return '`${NAME}` of the environment';
  const words = expected.replace(/^(a|an) /, '').replace(/: (letters|health).*$/, '');
  return path.endsWith('[]') ? `list of it: ${words}` : words;
}

function withoutIt(key: ConfigKey, path: string, written: string): string {
  if (!key.isOptional) return 'required';
  const stated = STATED_DEFAULTS.get(path);
  if (stated !== undefined) return typeof stated === 'string' ? `\`${stated}\`` : String(stated);
  if (written === '')
    throw new Error(`docs/configuration.md does not say what holds without ${path}`);
  return written;
}

// ---- Metrics -------------------------------------------------------------------------------------

const METRICS_HEAD = ['metric', 'type', 'labels', 'what it counts'];

/** As Prometheus is given them; labels from a series of each. */
async function metricRows(): Promise<string> {
  const text = await exposition();
  const rows: string[] = [rowOf(METRICS_HEAD), rowOf(METRICS_HEAD.map(() => '-'))];
  for (const [, name = '', help = ''] of text.matchAll(/^# HELP (\S+) (.*)$/gm)) {
    const type = new RegExp(`^# TYPE ${name} (\\w+)$`, 'm').exec(text)?.[1] ?? '';
    const series = new RegExp(`^${name}(?:_bucket)?\\{([^}]*)\\}`, 'm').exec(text)?.[1] ?? '';
    const labels = [...series.matchAll(/(\w+)="/g)].map(([, label]) => label ?? '');
    const shown = labels.filter((label) => label !== 'le').map((label) => `\`${label}\``);
    rows.push(rowOf([`\`${name}\``, type, shown.join(', '), help]));
  }
  return rows.join('\n');
}

/** One series of each metric at least. */
function exposition(): Promise<string> {
  const metrics = createMetrics({
    version: '0',
    desk: 1,
    sessions: ['S'],
    venues: ['V'],
    dropCopies: ['D'],
  });
  metrics.countFixMessage({ sessionID: 'S', direction: 'in', msgType: 'D' });
  metrics.countRiskRefusal('maxOrderQty');
  const status = {
    desk: 'Running',
    closedFor: null,
    journal: {
      lagMs: 0,
      queuedRecords: 0,
      firstSequence: 1,
      logBytes: 0,
      trimmedRecords: 0,
      archivedRecords: 0,
      removedValues: 0,
      retentionFailures: 0,
      isDamaged: false,
    },
    venues: [
      {
        venueID: 'V',
        state: 'Ready',
        credentialsRefused: null,
        bookAgeMs: 1,
        inDoubtOrders: 0,
        inDoubtOldestAgeMs: 0,
        balanceBreaks: 0,
      },
    ],
    sessions: [],
    dropCopies: [{ sessionID: 'D', state: 'LoggedOn', lagMs: 0 }],
    kills: [],
  } as const;
  return metrics.text(status, 0);
}

async function main(check: boolean): Promise<void> {
  const metrics = await metricRows();
  const sections: readonly Section[] = [
    { file: 'docs/configuration.md', name: 'keys', make: keysTable },
    { file: 'docs/metrics.md', name: 'metrics', make: () => metrics },
  ];
  const stale = sections.filter((section) => !generateSection(section, check));
  if (stale.length > 0) process.exitCode = 1;
}

await main(process.argv.includes('--check'));
