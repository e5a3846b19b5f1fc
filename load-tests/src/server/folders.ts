import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `load-tests/dist/src/server/` is four folders below the product's. */
const PRODUCT_DIR = fileURLToPath(new URL('../../../..', import.meta.url));
/** The built server. */
export const SERVER_DIR = join(PRODUCT_DIR, 'server', 'dist');

/** What `npm start` gives Node to go by. */
export const NODE_FLAGS = startScript()
  .split(' ')
  .filter((word) => word.startsWith('--'));

function startScript(): string {
  const { scripts } = JSON.parse(readFileSync(join(PRODUCT_DIR, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start;
}

/** Where the released sets are; `ANQUANLI_RELEASES_DIR` moves it for the server and for the verifier alike. */
export const RELEASES_DIR = resolve(
  process.env['ANQUANLI_RELEASES_DIR'] ?? join(PRODUCT_DIR, 'question-bank', 'releases'),
);
