import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from './canonical.js';
import { checkPlayable } from './check.js';
import { contentHash, sha256 } from './content-hash.js';
import { formatProblems, type Problem } from './problem.js';
import { fitted, type Read } from './read-json.js';
import { readIndex, type ReleaseEntry } from './release-index.js';
import { type Media, QuestionSet } from './schema.js';

/** Released sets could not be trusted; the message lists every problem with its remedy. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
  constructor(readonly problems: readonly Problem[]) {
    super(`Released question sets cannot be used.\n${formatProblems(problems)}`);
  }
}

/**
 * Every released set of a releases folder, in the order of its index: shape and hash verified, `status` as the index
 * has it (a withdrawn version still plays in rounds that hold it). Throws {@link ReleaseError}.
 */
export async function loadReleases(releases: string): Promise<QuestionSet[]> {
  const index = await readIndex(releases);
  if (!('value' in index)) throw new ReleaseError(index.problems);
  const read = await Promise.all(index.value.releases.map((entry) => readRelease(releases, entry)));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ReleaseError(problems);
  return read.flatMap((one) => ('value' in one ? [one.value] : []));
}

/** One released set: canonical bytes, hash as in the file and in the index, shape and rules satisfied. */
export async function readRelease(releases: string, entry: ReleaseEntry): Promise<Read<QuestionSet>> {
  const read = await readReleaseFile(join(releases, entry.path), entry.path);
  if (!('value' in read)) return read;
  const { value: set } = read;
  const altered = (found: string): Read<QuestionSet> => ({
    problems: [
      {
        code: 'release_altered',
        where: { file: entry.path },
        found,
        remedy: 'Restore the released file from version control; changes need a new version.',
      },
    ],
  });
  if (set.contentHash !== entry.contentHash) {
    return altered(`Its hash is ${set.contentHash ?? 'missing'}, the index says ${entry.contentHash}.`);
  }
  if (set.id !== entry.set || set.version !== entry.version) {
    return altered(`It is ${set.id} ${set.version}, the index says ${entry.set} ${entry.version}.`);
  }
  if (set.questions.length !== entry.questionCount) {
    return altered(`It has ${set.questions.length} questions, the index says ${entry.questionCount}.`);
  }
  const media = await alteredMedia(join(releases, entry.set), set);
  if (media !== undefined) return altered(media);
  return { value: { ...set, status: entry.status }, problems: [] };
}

/** A set file by itself: canonical bytes, own hash, shape, and answers that fit their options. */
export async function readReleaseFile(path: string, name: string): Promise<Read<QuestionSet>> {
  const where = { file: name };
  let text: string;
  let raw: unknown;
  try {
    text = await readFile(path, 'utf8');
    raw = JSON.parse(text);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { problems: [{ code: 'file_missing', where, found, remedy: 'Restore the file from version control.' }] };
  }
  const read = fitted(QuestionSet, raw, name);
  if (!('value' in read)) return read;
  const set = read.value;
  if (set.contentHash !== contentHash(set) || text !== canonicalJson(set)) {
    const found = `Its content has ${contentHash(set)}, it claims ${set.contentHash ?? 'no hash'}, in canonical form.`;
    const remedy = 'Restore the file from version control; a released version never changes.';
    return { problems: [{ code: 'release_altered', where, found, remedy }] };
  }
  const problems = checkPlayable({ set, setFile: name, fileOf: new Map() });
  return problems.length > 0 ? { problems } : read;
}

async function alteredMedia(folder: string, set: QuestionSet): Promise<string | undefined> {
  for (const medium of set.media) {
    if ((await mediumIn(folder, medium)) === undefined) return `${medium.path} is missing or not the released file.`;
  }
  return undefined;
}

/** The bytes of a released set's medium. Throws when they are not the released ones. */
export async function readReleasedMedium(releases: string, setId: string, medium: Media): Promise<Buffer> {
  const content = await mediumIn(join(releases, setId), medium);
  if (content === undefined) throw new Error(`${setId}/${medium.path} is missing or not the released file.`);
  return content;
}

async function mediumIn(folder: string, { path, sha256: hash }: Media): Promise<Buffer | undefined> {
  const content = await readFile(join(folder, path)).catch(() => undefined);
  return content !== undefined && sha256(content) === hash ? content : undefined;
}

/** Released files that the index does not know; each is a release that was never finished or an alien file. */
export async function unlistedReleases(releases: string, entries: readonly ReleaseEntry[]): Promise<string[]> {
  const known = new Set(entries.map(({ path }) => path));
  const folders = (await readdir(releases, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const files = await Promise.all(
    folders.map(async ({ name }) => (await readdir(join(releases, name))).map((file) => `${name}/${file}`)),
  );
  return files.flat().filter((path) => /\/\d[\d.]*\.json$/.test(path) && !known.has(path));
}
