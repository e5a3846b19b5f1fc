import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { checkSet } from './check.js';
import { loadReleases, unlistedReleases } from './load-release.js';
import { readRegistry } from './registry.js';
import { ReleaseIndex } from './release-index.js';
import { listSets, readSetFolder } from './set-folder.js';

/** Guards what is in the repository: released files never change, and the sets in work pass their checks. */

/** What was ever released, apart from the index: who changes file and index together is found out here. Append only. */
const RELEASED = [
  ['cn-safety-core', '1.0.0', 'sha256:108f6344029cfc4083298f0ab35e54336af80e43f796cba6ef2ed5352d7429fd'],
  ['cn-safety-core', '1.1.0', 'sha256:aec5ae3906f859cc504132c8ba41fc6347c6c481b4e98ae7e63151f6d67e2d6b'],
];

const root = fileURLToPath(new URL('..', import.meta.url));
const releases = join(root, 'releases');

it('has every released file as its hash in the index says, and no other', async () => {
  const index = ReleaseIndex.parse(JSON.parse(await readFile(join(releases, 'index.json'), 'utf8')));
  const sets = await loadReleases(releases);
  expect(sets.map(({ id, version, contentHash }) => [id, version, contentHash])).toEqual(
    index.releases.map(({ set, version, contentHash }) => [set, version, contentHash]),
  );
  expect(sets.map(({ id, version, contentHash }) => [id, version, contentHash])).toEqual(RELEASED);
  expect(await unlistedReleases(releases, index.releases)).toEqual([]);
});

it('has sets and a registry without problems', async () => {
  const { registry, problems } = await readRegistry(root);
  expect(problems).toEqual([]);
  for (const id of await listSets(root)) {
    const { under, problems: unread } = await readSetFolder(root, id, registry);
    expect(unread).toEqual([]);
    expect(under && checkSet(under)).toEqual([]);
  }
});
