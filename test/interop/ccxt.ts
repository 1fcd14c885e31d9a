// ccxt, where it is installed: one exchange's class and its errors.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Installed by `npm install --no-audit --no-fund --prefix test/interop`, next to this file's source.
const packageFile = fileURLToPath(new URL('../../../test/interop/package.json', import.meta.url));

/** ccxt's objects and the ledger's JSON, as they come. */
export type Loose = ReturnType<typeof JSON.parse>;

export interface Ccxt {
  /** The class of the exchange, with its sockets. */
  readonly Exchange: Loose;
  readonly errors: Loose;
}

/**
 * Of ccxt's modules only one exchange's: jest takes long to load all, and its CommonJS build not at all.
 * Null: it is not installed, and somebody is told.
 */
export async function importCcxt(exchange: string): Promise<Ccxt | null> {
  const folder = installed();
  if (folder === null) return null;
  const { default: Exchange } = await import(join(folder, `js/src/pro/${exchange}.js`));
  return { Exchange, errors: await import(join(folder, 'js/src/base/errors.js')) };
}

function installed(): string | null {
  try {
    return join(dirname(createRequire(packageFile).resolve('ccxt')), '..');
  } catch {
    process.stderr.write(
      'ccxt is not installed: its interoperability tests are skipped. ' +
        'Install it with: npm install --no-audit --no-fund --prefix test/interop\n',
    );
    return null;
  }
}
