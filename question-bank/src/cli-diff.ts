import { resolve } from 'node:path';
import { join } from 'node:path';
import { OK, FAILED, readSoundSet, UsageError, type World } from './cli-world.js';
import { diffSets, type SetDiff } from './diff.js';
import { readRelease, readReleaseFile } from './load-release.js';
import { formatProblems } from './problem.js';
import { releaseContent } from './release-content.js';
import { readIndex } from './release-index.js';
import type { QuestionSet } from './schema.js';
import { nextVersion } from './version.js';

/** Compares two states of a set: `SET@VERSION` is a release, `SET` the folder as it would be released, else a file. */
export async function diffCommand(world: World, from: string, to: string): Promise<number> {
  const [before, after] = [await stateOf(world, from), await stateOf(world, to)];
  const diff = diffSets(before, after);
  world.out(formatDiff(diff));
  if (diff.bump !== 'none') world.out(`Needs ${diff.bump}: ${nextVersion(before.version, diff.bump)} or later.`);
  if (diff.problems.length === 0) return OK;
  world.err(formatProblems(diff.problems));
  return FAILED;
}

async function stateOf(world: World, name: string): Promise<QuestionSet> {
  const releases = join(world.root, 'releases');
  const [set, version] = name.split('@');
  if (name.endsWith('.json')) return usable(await readReleaseFile(resolve(name), name));
  if (version === undefined) {
    const working = (await readSoundSet(world, name)).set;
    return releaseContent(working, working.version);
  }
  const index = await readIndex(releases);
  const entry = usable(index).releases.find((one) => one.set === set && one.version === version);
  if (!entry) throw new UsageError(`${name} was never released.`);
  return usable(await readRelease(releases, entry));
}

function usable<T>(read: { value: T } | { problems: Parameters<typeof formatProblems>[0] }): T {
  if ('value' in read) return read.value;
  throw new UsageError(formatProblems(read.problems));
}

function formatDiff({ changes, keyChanges }: SetDiff): string {
  if (changes.length === 0) return 'No differences.';
  return [
    ...keyChanges.map(({ replaced, by, reason }) => `KEY    ${by} replaces ${replaced} (${reason})`),
    ...changes.map(({ bump, what, subject, fields }) => {
      const detail = fields.length > 0 && what !== 'set_field' ? `: ${fields.join(', ')}` : '';
      return `${bump.toUpperCase().padEnd(6)} ${what} ${subject}${detail}`;
    }),
  ].join('\n');
}
