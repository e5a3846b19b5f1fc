import { access, copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from './content-hash.js';
import type { SetDiff } from './diff.js';
import { readRelease } from './load-release.js';
import type { Problem } from './problem.js';
import { readRegistry } from './registry.js';
import { latestEntry, readIndex, type ReleaseIndex } from './release-index.js';
import { planRelease } from './release-plan.js';
import { releasePath, writeRelease } from './release-writer.js';
import type { QuestionSet } from './schema.js';
import { readSetFolder } from './set-folder.js';

export interface ReleaseRequest {
  /** The question-bank folder. */
  readonly root: string;
  readonly setId: string;
  readonly version: string;
  /** The day of the release, YYYY-MM-DD. */
  readonly on: string;
}

export type ReleaseOutcome =
  | { readonly problems: readonly [Problem, ...Problem[]] }
  | {
      readonly problems: readonly [];
      readonly set: QuestionSet;
      readonly diff: SetDiff | undefined;
      readonly path: string;
    };

/**
 * Releases a set folder as one immutable file, or says why not and writes nothing. Refused is what {@link planRelease}
 * forbids, and a picture that was released before as another.
 */
export async function release({ root, setId, version, on }: ReleaseRequest): Promise<ReleaseOutcome> {
  const releases = join(root, 'releases');
  const { registry, problems } = await readRegistry(root);
  const working = await readSetFolder(root, setId, registry);
  const index = await readIndex(releases);
  problems.push(...working.problems, ...index.problems);
  if (!working.under || !('value' in index)) return refused(problems);

  const versions = index.value.releases.filter((entry) => entry.set === setId).map((entry) => entry.version);
  const entry = latestEntry(index.value, setId);
  const previous = entry && (await readRelease(releases, entry));
  problems.push(...(previous?.problems ?? []));
  const latest = previous && 'value' in previous ? previous.value : undefined;
  const plan = planRelease(working.under, version, { versions, latest });
  const { set, diff } = plan;
  problems.push(...plan.problems);
  problems.push(...(await unfinishedProblems(root, set, index.value)), ...(await mediaProblems(root, set)));
  if (problems.length > 0) return refused(problems);

  for (const { path: medium } of set.media) {
    const target = join(releases, set.id, medium);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(root, 'sets', set.id, medium), target);
  }
  const path = await writeRelease(releases, index.value, { set, on, diff });
  return { problems: [], set, diff, path };
}

function refused([first, ...rest]: Problem[]): ReleaseOutcome {
  if (!first) throw new Error('A refusal needs a problem');
  return { problems: [first, ...rest] };
}

/** A file of this version that the index does not list is left over from a release that broke off. */
async function unfinishedProblems(root: string, set: QuestionSet, index: ReleaseIndex): Promise<Problem[]> {
  const path = releasePath(set);
  if (index.releases.some((entry) => entry.path === path)) return [];
  const isThere = await access(join(root, 'releases', path)).then(
    () => true,
    () => false,
  );
  if (!isThere) return [];
  const found = `releases/${path} exists, but the index does not list it.`;
  return [
    { code: 'version_exists', where: { file: `releases/${path}` }, found, remedy: 'Delete it if nobody has it.' },
  ];
}

async function mediaProblems(root: string, set: QuestionSet): Promise<Problem[]> {
  const checked = set.media.map(async ({ id, path, sha256: hash }): Promise<Problem[]> => {
    const released = await readFile(join(root, 'releases', set.id, path)).catch(() => undefined);
    if (released === undefined || sha256(released) === hash) return [];
    const where = { file: `sets/${set.id}/set.json`, path: `media.${id}` };
    const found = `Another ${path} was released before.`;
    return [{ code: 'media_changed', where, found, remedy: 'Give the new file a new name.' }];
  });
  return (await Promise.all(checked)).flat();
}
