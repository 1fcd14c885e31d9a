// Kraken has several names for one pair: `BTC/USDT` on version 2 of its sockets, `XBT/USDT` on version 1,
// `XBTUSDT` and `XXBTZUSD` on REST. We use version 2's, and read the others.
//
// Source: Kraken API Center, guides/spot-ws-intro (symbol names) and rest-api/get-asset-info.

/** Assets whose older name is not the newer one with a letter in front. */
const OLDER_NAMES: ReadonlyMap<string, string> = new Map([
  ['BTC', 'XBT'],
  ['DOGE', 'XDG'],
]);

/** All names that an asset may have: `BTC`, `XBT`, `XXBT`; `USD`, `ZUSD`. */
function assetNames(asset: string): readonly string[] {
  const older = OLDER_NAMES.get(asset) ?? asset;
  return [...new Set([asset, older, `X${older}`, `Z${older}`])];
}

/** All names that a pair such as `BTC/USDT` may have, itself among them. */
export function pairNames(venueSymbol: string): readonly string[] {
  const [base = '', quote = ''] = venueSymbol.split('/');
  const names: string[] = [];
  for (const one of assetNames(base)) {
    for (const other of assetNames(quote)) names.push(`${one}/${other}`, `${one}${other}`);
  }
  return names;
}

/** The symbol that one of `names` names; null: none of them. */
export function symbolOfNames(
  names: readonly string[],
  venueSymbols: readonly string[],
): string | null {
  for (const venueSymbol of venueSymbols) {
    const known = pairNames(venueSymbol);
    if (names.some((name) => known.includes(name))) return venueSymbol;
  }
  return null;
}

/** The name by which REST is asked for a pair: `XBTUSDT`. */
export function restName(venueSymbol: string): string {
  return venueSymbol
    .split('/')
    .map((asset) => OLDER_NAMES.get(asset) ?? asset)
    .join('');
}
