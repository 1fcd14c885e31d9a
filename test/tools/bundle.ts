// The bin and its threads as few files: Node takes longer to find and link 900 modules than to read what is in them.
//
// Everything else runs from dist, file by file as tsc leaves it. Names and lines stay as they are there, so that a stack
// is read as ever; `node --enable-source-maps` tells its places in TypeScript.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Metafile, build } from 'esbuild';
import { BUNDLE } from './bin.ts';
import { productFolders } from './rooms.ts';

/** The licences of what is in it, which ask to be told. */
const LICENCES = `${BUNDLE}/licences.txt`;
/** It finds its native part beside itself. */
const LEFT_OUT = ['lmdb'];
const THREAD = /new URL\('\.\/([\w-]+\.js)', import\.meta\.url\)/g;
/** CommonJS packages ask for Node's own modules by it. */
const REQUIRE = `import { createRequire as requireBeside } from 'node:module';
const require = requireBeside(import.meta.url);`;

/** Of a build by tsc that is in place. */
export async function bundle(): Promise<void> {
  rmSync(BUNDLE, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: ['dist/gateway/cli/main.js', ...threads()],
    // Flat: a thread is found beside its caller.
    outdir: BUNDLE,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: LEFT_OUT,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'inline',
    banner: { js: REQUIRE },
    metafile: true,
    logLevel: 'warning',
  });
  writeFileSync(
    LICENCES,
    packagesIn(metafile)
      .map(licenceOf)
      .join(`\n${'-'.repeat(80)}\n`),
  );
}

/** The files that the product starts as threads of their own. */
function threads(): readonly string[] {
  return productFolders
    .filter((room) => existsSync(join('dist', room)))
    .flatMap((room) =>
      readdirSync(join('dist', room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
        .flatMap(({ parentPath, name }) => {
          const text = readFileSync(join(parentPath, name), 'utf8');
          return [...text.matchAll(THREAD)].map(([, thread = '']) => join(parentPath, thread));
        }),
    );
}

/** Folders of the packages whose code is in the bundle. */
function packagesIn({ inputs }: Metafile): readonly string[] {
  const folders = Object.keys(inputs).flatMap(
    (file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [],
  );
  return [...new Set(folders)].toSorted((a, b) => (a < b ? -1 : 1));
}

function licenceOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license: string;
  };
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const { name, version, license } = manifest;
  return [`${name} ${version}, ${license}`, ...texts, ''].join('\n\n');
}
