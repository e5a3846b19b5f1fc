import { access, copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalJson } from './canonical.js';
import { changelogSection, extendedChangelog } from './changelog.js';
import { checkForRelease } from './check.js';
import { sha256 } from './content-hash.js';
import { diffSets, type SetDiff } from './diff.js';
import { readRelease } from './load-release.js';
import type { Problem, ProblemCode } from './problem.js';
import { readRegistry } from './registry.js';
import { releaseContent } from './release-content.js';
import { INDEX_FILE, latestEntry, readIndex, withEntry, type ReleaseIndex } from './release-index.js';
import type { QuestionSet } from './schema.js';
import { readSetFolder } from './set-folder.js';
import type { SetUnderCheck } from './set-under-check.js';
import { BUMPS, bumpBetween, compareVersions, nextVersion } from './version.js';

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
 * Releases a set folder as one immutable file, or says why not and writes nothing. Refused are a version that exists
 * or does not come after the latest, a bump smaller than the differences ask for, and any failed check.
 */
export async function release({ root, setId, version, on }: ReleaseRequest): Promise<ReleaseOutcome> {
  const releases = join(root, 'releases');
  const { registry, problems } = await readRegistry(root);
  const working = await readSetFolder(root, setId, registry);
  const index = await readIndex(releases);
  problems.push(...working.problems, ...index.problems);
  if (working.under) problems.push(...checkForRelease(working.under));
  if (!working.under || !('value' in index)) return refused(problems);

  const set = releaseContent(working.under.set, version);
  const latest = latestEntry(index.value, setId);
  const previous = latest && (await readRelease(releases, latest));
  problems.push(...(previous?.problems ?? []), ...versionProblems(set, working.under, index.value));
  const before = previous && 'value' in previous ? previous.value : undefined;
  const diff = before && diffSets(before, set);
  if (before && diff) problems.push(...diffProblems(before, set, diff, working.under));
  problems.push(...(await unfinishedProblems(root, set, index.value)), ...(await mediaProblems(root, set)));
  if (problems.length > 0) return refused(problems);

  const path = await write(root, set, on, diff, index.value);
  return { problems: [], set, diff, path };
}

function refused([first, ...rest]: Problem[]): ReleaseOutcome {
  if (!first) throw new Error('A refusal needs a problem');
  return { problems: [first, ...rest] };
}

function versionProblems(set: QuestionSet, under: SetUnderCheck, index: ReleaseIndex): Problem[] {
  const told = (code: ProblemCode, found: string, remedy: string): Problem[] => [
    { code, where: { file: under.setFile }, found, remedy },
  ];
  if (set.questions.length === 0) {
    return told('nothing_to_release', 'No question is approved.', 'Approve questions after their checks.');
  }
  const latest = latestEntry(index, set.id);
  if (!latest) return [];
  const next = `Choose a version after ${latest.version}.`;
  if (index.releases.some((entry) => entry.set === set.id && entry.version === set.version)) {
    return told('version_exists', `${set.id} ${set.version} is released and never changes.`, next);
  }
  if (compareVersions(set.version, latest.version) < 0) {
    return told('version_too_low', `${set.version} comes before ${latest.version}.`, next);
  }
  return [];
}

function diffProblems(before: QuestionSet, set: QuestionSet, diff: SetDiff, under: SetUnderCheck): Problem[] {
  const files = new Map([...under.fileOf].map(([{ id }, file]) => [id, file]));
  const problems = diff.problems.map((problem) => ({
    ...problem,
    where: { ...problem.where, file: files.get(problem.where.questionId ?? '') ?? under.setFile },
  }));
  const told = (code: ProblemCode, found: string, remedy: string) =>
    problems.push({ code, where: { file: under.setFile }, found, remedy });
  if (diff.bump === 'none') told('nothing_changed', `Nothing changed since ${before.version}.`, 'Keep that version.');
  const given = bumpBetween(before.version, set.version);
  if (given !== 'none' && BUMPS.indexOf(given) < BUMPS.indexOf(diff.bump)) {
    const found = `From ${before.version} to ${set.version} is a ${given} step; the changes ask for ${diff.bump}.`;
    told('bump_too_small', found, `Release it as ${nextVersion(before.version, diff.bump)}.`);
  }
  const kept = new Set(under.set.questions.map(({ id }) => id));
  for (const { id } of before.questions) {
    if (kept.has(id)) continue;
    const remedy = 'Bring it back with the status deprecated or retired, so that its id is never used again.';
    told('question_vanished', `${id} was released and is not in the set any more.`, remedy);
  }
  return problems;
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

function releasePath({ id, version }: QuestionSet): string {
  return `${id}/${version}.json`;
}

/** Released pictures stay what they are: another picture needs another name. */
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

async function write(
  root: string,
  set: QuestionSet,
  on: string,
  diff: SetDiff | undefined,
  index: ReleaseIndex,
): Promise<string> {
  const releases = join(root, 'releases');
  const folder = join(releases, set.id);
  const path = releasePath(set);
  const hash = set.contentHash;
  if (hash === undefined) throw new Error('A released set has a hash');
  await mkdir(folder, { recursive: true });
  for (const { path: medium } of set.media) {
    await mkdir(dirname(join(folder, medium)), { recursive: true });
    await copyFile(join(root, 'sets', set.id, medium), join(folder, medium));
  }
  await writeFile(join(releases, path), canonicalJson(set), { flag: 'wx' });

  const from = latestEntry(index, set.id)?.version ?? null;
  const { bump = 'none', changes = [], keyChanges = [] } = diff ?? {};
  const list = { set: set.id, from, to: set.version, releasedOn: on, contentHash: hash, bump, changes, keyChanges };
  await writeFile(join(folder, `${set.version}.changes.json`), `${JSON.stringify(list, null, 2)}\n`);

  const changelog = join(folder, 'CHANGELOG.md');
  const existing = await readFile(changelog, 'utf8').catch(() => undefined);
  await writeFile(changelog, extendedChangelog(existing, set, changelogSection(set, on, diff)));

  const entry = {
    set: set.id,
    version: set.version,
    status: 'released' as const,
    releasedOn: on,
    title: set.title,
    questionCount: set.questions.length,
    path,
    contentHash: hash,
  };
  // The index comes last and at once: what it lists is complete.
  const temporary = join(releases, `${INDEX_FILE}.new`);
  await writeFile(temporary, `${JSON.stringify(withEntry(index, entry), null, 2)}\n`);
  await rename(temporary, join(releases, INDEX_FILE));
  return path;
}
