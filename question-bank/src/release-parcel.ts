import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import * as z from 'zod';
import { canonicalJson } from './canonical.js';
import { contentHash, sha256 } from './content-hash.js';
import { diffSets } from './diff.js';
import { openZip } from './import/zip-gate.js';
import { readRelease } from './load-release.js';
import type { Problem, ProblemCode } from './problem.js';
import { latestEntry, readIndex, ReleaseEntry } from './release-index.js';
import { releasePath, writeRelease } from './release-writer.js';
import { Day } from './schema-words.js';
import { QuestionSet } from './schema.js';

/*
 * A released version on its way from one place to another: a zip with the released file, its pictures, and what the
 * index says of it. What is unpacked is checked as if a stranger had sent it.
 */

/** What the index says of a version, beside what can be read in the set itself. */
export const ParcelNote = z.strictObject({ releasedOn: Day, withdrawal: ReleaseEntry.shape.withdrawal });
export type ParcelNote = z.infer<typeof ParcelNote>;

export interface Parcel {
  readonly set: QuestionSet;
  readonly note: ParcelNote;
  /** Bytes of the set's pictures, by `path`. */
  readonly media: ReadonlyMap<string, Uint8Array>;
}

const NOTE = 'release.json';
/** A fixed day: the same release is the same parcel, whenever it is packed. */
const PACKED_ON = new Date('2020-01-01T00:00:00');

/** Packs a released set. The same parcel is the same bytes. */
export function packRelease({ set, note, media }: Parcel): Uint8Array {
  const text = new TextEncoder();
  const released = { ...set, status: 'released' as const };
  const files: Record<string, Uint8Array> = {
    [NOTE]: text.encode(`${JSON.stringify(note, null, 2)}\n`),
    [releasePath(set)]: text.encode(canonicalJson(released)),
  };
  for (const [path, bytes] of media) files[`${set.id}/${path}`] = bytes;
  return zipSync(files, { mtime: PACKED_ON });
}

/** What a parcel holds, or what is wrong with it: damaged, altered, incomplete. */
export function unpackRelease(bytes: Uint8Array, name: string): { parcel: Parcel } | { problem: Problem } {
  const told = (found: string): { problem: Problem } => {
    const remedy = 'Export the version again.';
    return { problem: { code: 'release_altered', where: { file: name }, found, remedy } };
  };
  const zip = openZip(bytes);
  if (!zip.ok) return told('It cannot be opened as an exported version.');
  const parsed = <T>(path: string, schema: z.ZodType<T>): T | undefined => {
    const content = zip.entries.get(path);
    return content && safely(() => schema.safeParse(JSON.parse(new TextDecoder().decode(content))).data);
  };
  const note = parsed(NOTE, ParcelNote);
  const path = [...zip.entries.keys()].find((entry) => /^[a-z0-9-]+\/\d+\.\d+\.\d+\.json$/.test(entry));
  const set = path === undefined ? undefined : parsed(path, QuestionSet);
  if (!note || !set || path !== releasePath(set)) return told('It does not hold one released set.');
  if (set.contentHash === undefined || contentHash(set) !== set.contentHash)
    return told('Its content is not what its hash says.');
  const media = new Map<string, Uint8Array>();
  for (const medium of set.media) {
    const content = zip.entries.get(`${set.id}/${medium.path}`);
    if (!content || sha256(content) !== medium.sha256)
      return told(`${medium.path} is missing or not the released file.`);
    media.set(medium.path, content);
  }
  return { parcel: { set, note, media } };
}

/** Puts a parcel into a releases folder. Refuses a version that is there, and a picture that was released as another. */
export async function addRelease(releases: string, { set, note, media }: Parcel): Promise<readonly Problem[]> {
  const index = await readIndex(releases);
  if (!('value' in index)) return index.problems;
  const told = (code: ProblemCode, found: string, remedy: string): Problem[] => [
    { code, where: { file: releasePath(set) }, found, remedy },
  ];
  if (index.value.releases.some((entry) => entry.set === set.id && entry.version === set.version)) {
    return told('version_exists', `${set.id} ${set.version} is in this folder already.`, 'Nothing is to be done.');
  }
  const latest = latestEntry(index.value, set.id);
  const before = latest && (await readRelease(releases, latest));
  if (before && !('value' in before)) return before.problems;
  for (const [path, bytes] of media) {
    const there = await readFile(join(releases, set.id, path)).catch(() => undefined);
    if (there && sha256(there) !== sha256(bytes)) {
      return told('media_changed', `Another ${path} was released before.`, 'Give the new picture a name of its own.');
    }
  }
  for (const [path, bytes] of media) {
    const target = join(releases, set.id, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  const diff = before && diffSets(before.value, set);
  await writeRelease(releases, index.value, { set, on: note.releasedOn, diff, withdrawal: note.withdrawal });
  return [];
}

function safely<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
