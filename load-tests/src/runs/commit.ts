import { spawnSync } from 'node:child_process';

/** The commit that is checked out, short; null outside of a checkout. */
export function checkedOut(): string | null {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
