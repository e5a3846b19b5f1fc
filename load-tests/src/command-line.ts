import { LIMITS } from '@anquanli/contract/vocabulary';
import { openFilesLimit } from './measure/process-usage.js';
import { type Target, TARGETS } from './server/product-server.js';

/** A mistake on the command line; the message says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What stands behind the `--names` of a command line: a text, or true for a switch. */
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Files a process needs besides one per player. */
export const OTHER_FILES = 200;

/** A whole number within bounds. Throws {@link UsageError}, as all of these do. */
export function whole(values: Values, name: string, usual: number, [min, max]: readonly [number, number]): number {
  const text = String(values[name] ?? usual);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new UsageError(`--${name} takes a whole number from ${min} to ${max}, not ${text}.`);
}

export function targetOf({ target = 'embedded' }: Values): Target {
  const found = TARGETS.find((each) => each === target);
  if (found === undefined) throw new UsageError(`--target takes one of ${TARGETS.join(', ')}, not ${target}.`);
  return found;
}

export function seedOf(values: Values): number {
  return whole(values, 'seed', 1, [0, 1_000_000]);
}

export function threadsOf(values: Values): number {
  return whole(values, 'threads', 1, [1, 8]);
}

/** As many as this shell may open files for. */
export function playersOf(values: Values): number {
  const players = whole(values, 'players', 500, [2, LIMITS.seatsPerRound]);
  const files = openFilesLimit();
  if (files !== null && players + OTHER_FILES > files) {
    throw new UsageError(`This shell allows ${files} open files; ${players} players need more (ulimit -n).`);
  }
  return players;
}
