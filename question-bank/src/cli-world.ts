import type { Problem } from './problem.js';
import { formatProblems } from './problem.js';
import { readRegistry } from './registry.js';
import { listSets, readSetFolder, type ReadSet } from './set-folder.js';
import type { SetUnderCheck } from './set-under-check.js';

/** What the command line needs from outside: handed in, so that commands can be tested. */
export interface World {
  /** The question-bank folder. */
  readonly root: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The day where the command is run, YYYY-MM-DD. */
  readonly today: () => string;
  readonly random: (bytes: number) => Uint8Array;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The command cannot be carried out as given; the message says what to change. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const OK = 0;
export const FAILED = 1;

/** Prints problems and returns the exit code. */
export function told(world: World, problems: readonly Problem[]): number {
  if (problems.length === 0) return OK;
  world.err(formatProblems(problems));
  return FAILED;
}

/** Reads one set, or all; problems of the registry come with the first. Throws UsageError for an unknown set. */
export async function readSets(world: World, only?: string): Promise<(ReadSet & { id: string })[]> {
  const ids = await listSets(world.root);
  if (only !== undefined && !ids.includes(only)) {
    throw new UsageError(`There is no set “${only}”. Sets: ${ids.join(', ') || 'none'}.`);
  }
  const { registry, problems } = await readRegistry(world.root);
  const wanted = only === undefined ? ids : [only];
  const sets = await Promise.all(
    wanted.map(async (id) => ({ id, ...(await readSetFolder(world.root, id, registry)) })),
  );
  return sets.map((set, n) => (n === 0 ? { ...set, problems: [...problems, ...set.problems] } : set));
}

/** One set that can be used as it is. Throws UsageError when it has problems of form. */
export async function readSoundSet(world: World, id: string): Promise<SetUnderCheck> {
  const [set] = await readSets(world, id);
  if (!set?.under || set.problems.length > 0) {
    throw new UsageError(`The set “${id}” cannot be read.\n${formatProblems(set?.problems ?? [])}`);
  }
  return set.under;
}
