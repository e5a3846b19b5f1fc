import type { DatabaseConfig } from '../../src/platform/config/config.js';
import { hasMariadb, startMariadb } from './mariadb.js';

/** A place for the rows of one server. `database` null is the embedded default. */
export interface Place {
  readonly database: DatabaseConfig | null;
  remove(): Promise<void>;
}

/** Databases on which a suite is run; for `describe.each`. */
export const ENGINES: readonly { readonly engine: string; readonly place: () => Promise<Place> }[] = [
  { engine: 'SQLite', place: () => Promise.resolve({ database: null, remove: () => Promise.resolve() }) },
  ...(hasMariadb() ? [{ engine: 'MariaDB', place: onMariadb }] : []),
];

async function onMariadb(): Promise<Place> {
  const mariadb = await startMariadb();
  return { database: { engine: 'mysql', url: await mariadb.createDatabase() }, remove: () => mariadb.remove() };
}
