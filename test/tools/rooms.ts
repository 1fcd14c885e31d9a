// Who may know whom: the one list, and the dependency-cruiser rules that are made from it.

/**
 * A room, and the rooms that it may import through their faces (each room's `index.ts`).
 * `parent/*` is every room of that parent that has no row of its own. `!room` takes one out again.
 */
export type Row = readonly [room: string, mayImport: readonly string[]];

const anyFace = ['spec/*', 'risk', 'router', 'adapters/*', 'gateway/*'];
const venueFaces = ['spec/*', 'adapters/port', 'adapters/connection', 'adapters/chain'];

export const rows: readonly Row[] = [
  ['spec/*', ['spec/*']],
  ['risk', ['spec/*', '!spec/dictionaries']],
  ['router', ['spec/*', '!spec/dictionaries']],
  ['adapters/port', ['spec/*']],
  ['adapters/connection', ['spec/*', 'adapters/port']],
  ['adapters/chain', ['spec/*']],
  ['adapters/fixvenue', [...venueFaces, 'gateway/fix']],
  ['adapters/*', venueFaces],
  ['gateway/fix', ['spec/ports', 'spec/proof', 'spec/dictionaries']],
  ['gateway/journal', ['spec/ports', 'spec/proof', 'gateway/fix']],
  ['gateway/desk', ['spec/*', 'risk', 'router']],
  ['gateway/orderentry', ['spec/*', 'gateway/fix']],
  ['gateway/dropcopy', ['spec/*', 'gateway/fix', 'gateway/orderentry']],
  ['gateway/*', anyFace],
];

/** A package, and the only places (folders end in a slash) whose product code may import it. */
export const packages: readonly (readonly [name: string, places: readonly string[]])[] = [
  [
    'rxjs',
    ['gateway/desk/pipeline.ts', 'adapters/connection/', 'gateway/console/', 'gateway/process/'],
  ],
  ['lmdb', ['gateway/journal/']],
  ['saxes', ['gateway/fix/dictionary/']],
  ['temporal-polyfill', ['gateway/fix/session/schedule.ts']],
  ['ws', ['adapters/connection/', 'gateway/process/']],
  ['pino', ['gateway/telemetry/', 'gateway/process/']],
  ['pino-pretty', ['gateway/telemetry/', 'gateway/process/']],
];

/** Where Node's own modules are out of place, and what inside those places is excepted. */
export const withoutNode = {
  places: ['spec/', 'risk/', 'router/', 'adapters/', 'gateway/desk/', 'gateway/fix/'],
  except: ['adapters/connection/', 'adapters/signer/', 'gateway/fix/transport/'],
};

/** The folders that hold product code, and beside them the tests. */
export const productFolders = ['spec', 'risk', 'router', 'adapters', 'gateway'] as const;
export const sourceFolders = [...productFolders, 'test'] as const;

/** One of dependency-cruiser's forbidden pairs: whoever matches `from` may not import what matches `to`. */
export interface Rule {
  readonly name: string;
  readonly comment: string;
  readonly severity: 'error';
  readonly from: Readonly<Record<string, unknown>>;
  readonly to: Readonly<Record<string, unknown>>;
}

const parents = ['spec', 'adapters', 'gateway'];
const product = `^(${productFolders.join('|')})/`;

/** All rules: the rows first, then what holds for every room. */
export function rules(): readonly Rule[] {
  return [...rows.map(rowRule), ...faceRules(), ...packages.map(packageRule), ...houseRules()];
}

/** The whole configuration of dependency-cruiser. */
export function cruiserConfig(): Readonly<Record<string, unknown>> {
  return {
    forbidden: rules(),
    options: {
      parser: 'swc', // TypeScript 7 has no JavaScript API: without swc nothing is read.
      tsPreCompilationDeps: true, // `import type` is an import.
      tsConfig: { fileName: 'tsconfig.json' },
      exclude: { path: '(^|/)(dist|coverage)/' },
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
      },
    },
  };
}

function rowRule([room, mayImport]: Row): Rule {
  const named = rows.map(([other]) => other).filter((other) => isInside(other, room));
  const own = room.endsWith('/*') ? `^${parentOf(room)}/$1/` : `^${room}/`;
  const excluded = mayImport.filter((face) => face.startsWith('!')).map((face) => face.slice(1));
  const allowed = mayImport.filter((face) => !face.startsWith('!')).map(roomPattern);
  const outside = excluded.length === 0 ? '' : `(?!(${excluded.join('|')})/)`;
  return {
    name: `room ${room}`,
    comment: `${room} may import ${mayImport.join(', ')} and nothing else of the house`,
    severity: 'error',
    from: {
      path: roomPattern(room),
      ...(named.length === 0 ? {} : { pathNot: named.map((other) => `^${other}/`) }),
    },
    to: {
      path: product,
      pathNot: [own, ...allowed.map((pattern) => pattern.replace('^', `^${outside}`))],
    },
  };
}

/** From outside a room only its `index.ts`. */
function faceRules(): readonly Rule[] {
  const faces = [`^(${parents.join('|')})/[^/]+/index\\.ts$`, '^(risk|router)/index\\.ts$'];
  const comment = 'a room is imported through its face, its index.ts; tests may look inside';
  return [
    {
      name: 'face only, from spec, adapters and gateway',
      comment,
      severity: 'error',
      from: { path: `^(${parents.join('|')})/([^/]+)/` },
      to: { path: product, pathNot: ['^$1/$2/', ...faces] },
    },
    {
      name: 'face only, from risk and router',
      comment,
      severity: 'error',
      from: { path: '^(risk|router)/' },
      to: { path: product, pathNot: ['^$1/', ...faces] },
    },
  ];
}

function packageRule([name, places]: (typeof packages)[number]): Rule {
  return {
    name: `package ${name}`,
    comment: `${name} only in ${places.join(', ')}`,
    severity: 'error',
    from: { path: product, pathNot: places.map(placePattern) },
    to: { path: `(^|/)node_modules/${name}/` },
  };
}

function houseRules(): readonly Rule[] {
  return [
    {
      name: 'no node: modules',
      comment: "the world enters through spec/ports, not through Node's own modules",
      severity: 'error',
      from: {
        path: withoutNode.places.map(placePattern),
        pathNot: withoutNode.except.map(placePattern),
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no test in the product',
      comment: 'no product code imports test/',
      severity: 'error',
      from: { path: product },
      to: { path: '^test/' },
    },
    {
      name: 'every file in a room',
      comment: 'spec, adapters and gateway hold rooms; what has no home is not yet understood',
      severity: 'error',
      from: {},
      to: { path: `^(${parents.join('|')})/[^/]+\\.ts$` },
    },
    {
      name: 'no cycles',
      comment: 'two files that need each other are one file, or lack a third',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no development packages in the product',
      comment: 'what ships may import only what package.json lists under dependencies',
      severity: 'error',
      from: { path: product },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'every import resolves',
      comment: 'an import that is not found is not checked either',
      severity: 'error',
      from: { path: product },
      to: { couldNotResolve: true },
    },
  ];
}

function roomPattern(room: string): string {
  return room.endsWith('/*') ? `^${parentOf(room)}/([^/]+)/` : `^${room}/`;
}

function placePattern(place: string): string {
  return place.endsWith('/') ? `^${place}` : `^${place.replaceAll('.', '\\.')}$`;
}

function parentOf(room: string): string {
  return room.slice(0, room.indexOf('/'));
}

function isInside(room: string, parent: string): boolean {
  return parent.endsWith('/*') && room !== parent && parentOf(room) === parentOf(parent);
}
