import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.js';
import { withSecrets } from './secrets.js';
import { readSettings } from './settings.js';

/** The only place that reads the environment. Throws StartRefusal with every mistake at once. */
export function readConfig(): Config {
  return readSettings(withSecrets(process.env, readText), process.cwd(), productDir());
}

function readText(file: string): string {
  return readFileSync(file, 'utf8');
}

/** The folder of the whole product, from the sources as from the build: the one above `server`. */
function productDir(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const server = here.includes(`${path.sep}dist${path.sep}`)
    ? path.resolve(here, '../../../..')
    : path.resolve(here, '../../..');
  return path.dirname(server);
}
