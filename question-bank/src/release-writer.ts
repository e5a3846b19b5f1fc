import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from './canonical.js';
import { changelogSection, extendedChangelog } from './changelog.js';
import type { SetDiff } from './diff.js';
import { INDEX_FILE, latestEntry, withEntry, type ReleaseEntry, type ReleaseIndex } from './release-index.js';
import type { QuestionSet } from './schema.js';

/** A set as it is released, with what changed since the version before (undefined for the first). */
export interface Release {
  readonly set: QuestionSet;
  /** The day of the release, YYYY-MM-DD. */
  readonly on: string;
  readonly diff: SetDiff | undefined;
  /** Set when the version must not be chosen any more. */
  readonly withdrawal?: ReleaseEntry['withdrawal'];
}

/** Where a released set lies, relative to the releases folder. */
export function releasePath({ id, version }: Pick<QuestionSet, 'id' | 'version'>): string {
  return `${id}/${version}.json`;
}

/**
 * Writes a release into a releases folder whose pictures are there already: the set, its list of changes, its CHANGELOG,
 * then the index, last and at once: what it lists is complete. Refuses to overwrite a released file. Returns the path.
 */
export async function writeRelease(releases: string, index: ReleaseIndex, release: Release): Promise<string> {
  const { set, on, diff, withdrawal } = release;
  const folder = join(releases, set.id);
  const path = releasePath(set);
  const hash = set.contentHash;
  if (hash === undefined) throw new Error('A released set has a hash');
  await mkdir(folder, { recursive: true });
  await writeFile(join(releases, path), canonicalJson(set), { flag: 'wx' });

  const from = latestEntry(index, set.id)?.version ?? null;
  await writeFile(join(folder, `${set.version}.changes.json`), changeList(release, from));
  const changelog = join(folder, 'CHANGELOG.md');
  const existing = await readFile(changelog, 'utf8').catch(() => undefined);
  await writeFile(changelog, extendedChangelog(existing, set, changelogSection(set, on, diff)));

  const entry: ReleaseEntry = {
    set: set.id,
    version: set.version,
    status: withdrawal ? 'withdrawn' : 'released',
    releasedOn: on,
    title: set.title,
    questionCount: set.questions.length,
    path,
    contentHash: hash,
    ...(withdrawal && { withdrawal }),
  };
  const temporary = join(releases, `${INDEX_FILE}.new`);
  await writeFile(temporary, `${JSON.stringify(withEntry(index, entry), null, 2)}\n`);
  await rename(temporary, join(releases, INDEX_FILE));
  return path;
}

/** What changed from `from` to this release, for machines. */
function changeList({ set, on, diff }: Release, from: string | null): string {
  const { bump = 'none', changes = [], keyChanges = [] } = diff ?? {};
  const { id, version: to, contentHash } = set;
  return `${JSON.stringify({ set: id, from, to, releasedOn: on, contentHash, bump, changes, keyChanges }, null, 2)}\n`;
}
