import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { unzipSync, zipSync } from 'fflate';
import { aBank, type TestBank } from './bank-builder.js';
import { loadReleases } from './load-release.js';
import { addRelease, packRelease, unpackRelease, type Parcel } from './release-parcel.js';
import { releaseContent } from './release-content.js';
import { aSet, aSingle } from './set-builder.js';
import { sha256 } from './content-hash.js';

const PICTURE = new TextEncoder().encode('a picture');

function aParcel(version = '1.0.0'): Parcel {
  const draft = aSet([aSingle({ media: ['site'] })]);
  const media = draft.media.map((one) => ({ ...one, bytes: PICTURE.length, sha256: sha256(PICTURE) }));
  const set = releaseContent({ ...draft, media }, version);
  return { set, note: { releasedOn: '2026-11-26' }, media: new Map([[media[0]?.path ?? '', PICTURE]]) };
}

/** The parcel with one of its files replaced or taken out. */
function tampered(bytes: Uint8Array, name: RegExp, change: (content: string) => string | null): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).flatMap(([path, content]): [string, Uint8Array][] => {
    if (!name.test(path)) return [[path, content]];
    const text = change(new TextDecoder().decode(content));
    return text === null ? [] : [[path, new TextEncoder().encode(text)]];
  });
  return zipSync(Object.fromEntries(files));
}

describe('a version on its way', () => {
  let bank: TestBank;

  beforeEach(async () => {
    bank = await aBank();
  });
  afterEach(() => bank.remove());

  it('arrives as it left, byte for byte, and is the same parcel whenever it is packed', async () => {
    const parcel = aParcel();
    const bytes = packRelease(parcel);
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(packRelease(aParcel())))).toBe(0);
    const unpacked = unpackRelease(bytes, 'a.zip');
    if ('problem' in unpacked) throw new Error(unpacked.problem.found);
    const releases = join(bank.root, 'releases');
    expect(await addRelease(releases, unpacked.parcel)).toEqual([]);
    const [loaded] = await loadReleases(releases);
    expect(loaded).toEqual({ ...parcel.set, status: 'released' });
    const file = await readFile(join(releases, parcel.set.id, '1.0.0.json'));
    expect(sha256(file)).toBe(sha256(Buffer.from(unzipSync(bytes)[`${parcel.set.id}/1.0.0.json`] ?? [])));
  });

  it.each([
    ['no archive', () => new TextEncoder().encode('nothing')],
    ['a changed stem', (good: Uint8Array) => tampered(good, /1\.0\.0\.json$/, (text) => text.replace('油锅', '铁锅'))],
    ['another picture', (good: Uint8Array) => tampered(good, /media\//, () => 'another')],
    ['a missing picture', (good: Uint8Array) => tampered(good, /media\//, () => null)],
    ['no note', (good: Uint8Array) => tampered(good, /release\.json/, () => null)],
    ['a set that is no JSON', (good: Uint8Array) => tampered(good, /1\.0\.0\.json$/, () => '{')],
  ])('is refused with %s', (_what, spoil) => {
    expect(unpackRelease(spoil(packRelease(aParcel())), 'a.zip')).toMatchObject({
      problem: { code: 'release_altered' },
    });
  });

  it('is not added twice, and brings no other picture under a name that is taken', async () => {
    const releases = join(bank.root, 'releases');
    await addRelease(releases, aParcel());
    expect(await addRelease(releases, aParcel())).toMatchObject([{ code: 'version_exists' }]);
    const other = aParcel('1.1.0');
    const [path = ''] = other.media.keys();
    const media = new Map([[path, new TextEncoder().encode('another picture')]]);
    expect(await addRelease(releases, { ...other, media })).toMatchObject([{ code: 'media_changed' }]);
  });

  it('comes withdrawn when it left withdrawn', async () => {
    const withdrawal = { on: '2026-12-01', reason: '依据已废止' };
    await addRelease(join(bank.root, 'releases'), { ...aParcel(), note: { releasedOn: '2026-11-26', withdrawal } });
    expect(await loadReleases(join(bank.root, 'releases'))).toMatchObject([{ status: 'withdrawn' }]);
  });
});
