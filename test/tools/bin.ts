// The built bin as it is shipped: what `package.json` calls `causeway`.

/** As deep below package.json as the commands are, which read the version there. */
export const BUNDLE = 'dist/gateway/cli/bundle';
export const BIN = `${BUNDLE}/main.js`;
