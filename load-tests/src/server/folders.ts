import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `load-tests/dist/src/server/` is four folders below the product's. */
const PRODUCT_DIR = fileURLToPath(new URL('../../../..', import.meta.url));
/** The built server. */
export const SERVER_DIR = join(PRODUCT_DIR, 'server', 'dist');

/** Where the released sets are; `ANQUANLI_RELEASES_DIR` moves it for the server and for the verifier alike. */
export const RELEASES_DIR = resolve(
  process.env['ANQUANLI_RELEASES_DIR'] ?? join(PRODUCT_DIR, 'question-bank', 'releases'),
);
