import { existsSync } from 'node:fs';
import type { Target } from '../server/product-server.js';

const PLACES = ['/usr/sbin', '/usr/bin', '/usr/local/bin'];
const isHere = (program: string) => PLACES.some((place) => existsSync(`${place}/${program}`));

/** What the machine lacks for a target; empty when it can run there. */
export function missingFor(target: Target): string[] {
  const wanted = {
    embedded: [],
    mysql: ['mariadbd', 'mariadb-install-db'],
    cluster: ['mariadbd', 'mariadb-install-db', 'redis-server'],
  }[target];
  return wanted.filter((program) => !isHere(program));
}
