import { join } from 'node:path';
import * as z from 'zod';
import { fitted, readJson, type Read } from './read-json.js';
import { Day, Label, Note, Sha256, Slug, Version } from './schema-words.js';
import { compareVersions } from './version.js';

/** The list of everything that was ever released, in `releases/index.json`. Entries are added, never taken away. */

export const INDEX_FILE = 'index.json';

export const ReleaseEntry = z.strictObject({
  set: Slug,
  version: Version,
  status: z.enum(['released', 'withdrawn']),
  releasedOn: Day,
  title: Label,
  questionCount: z.int().min(0),
  path: z
    .string()
    .regex(/^[a-z0-9-]+\/[0-9.]+\.json$/)
    .meta({ description: 'Relative to the releases folder.' }),
  contentHash: Sha256,
  withdrawal: z.strictObject({ on: Day, reason: Note }).optional(),
});
export type ReleaseEntry = z.infer<typeof ReleaseEntry>;

export const ReleaseIndex = z.strictObject({ formatVersion: z.literal(1), releases: z.array(ReleaseEntry) });
export type ReleaseIndex = z.infer<typeof ReleaseIndex>;

/** Reads the index of a releases folder. */
export async function readIndex(releases: string): Promise<Read<ReleaseIndex>> {
  const raw = await readJson(join(releases, INDEX_FILE), INDEX_FILE);
  return 'value' in raw ? fitted(ReleaseIndex, raw.value, INDEX_FILE) : raw;
}

/** The entry of the highest version of a set, if it was ever released. */
export function latestEntry(index: ReleaseIndex, set: string): ReleaseEntry | undefined {
  return index.releases
    .filter((entry) => entry.set === set)
    .sort((a, b) => compareVersions(a.version, b.version))
    .at(-1);
}

/** The index with one more entry, ordered by set and version. */
export function withEntry(index: ReleaseIndex, entry: ReleaseEntry): ReleaseIndex {
  const releases = [...index.releases, entry].sort((a, b) =>
    a.set === b.set ? compareVersions(a.version, b.version) : a.set < b.set ? -1 : 1,
  );
  return { ...index, releases };
}
