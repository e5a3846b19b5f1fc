import { describe, expect, it } from '@jest/globals';
import { aDraft, MEDIUM } from './bank-fixtures';
import { askedOf, keyOf } from './asked';
import { askedBlind, blindAnswerOf, withNumberKey } from './blind';
import { mediaSource, sizeText } from './media';
import { isSetId, newestRelease, shortHash } from './set-figures';
import { isSourceMatching } from './source-search';
import { sourceDraftOf, sourceOf } from './source-draft';
import { movesFrom } from './status-moves';
import { tagsOf } from './tags';

describe('the preview', () => {
  it('shows a draft that is not whole yet', () => {
    const asked = askedOf(aDraft({ kind: 'hotspot', media: ['scene', 'other'] }), [MEDIUM]);
    expect(asked).toMatchObject({
      kind: 'hotspot',
      options: [],
      media: [{ src: '/api/media/ab12', width: 960 }],
      form: { kind: 'hotspot', maxClicks: 1 },
    });
    expect(keyOf(aDraft({ right: [] }))).toBeNull();
    expect(keyOf(aDraft({ kind: 'numeric', ranges: [{ min: '2米', max: '' }] }))).toBeNull();
    expect(keyOf(aDraft({ kind: 'numeric', ranges: [{ min: '2', max: '' }], unit: '米' }))).toEqual({
      kind: 'numeric',
      accept: [{ min: 2, max: 2 }],
      unit: '米',
    });
  });
});

describe('a blind review', () => {
  const question = {
    id: 'q_1',
    version: 1,
    type: 'hotspot',
    category: 'fire',
    stem: '找出隐患',
    media: [MEDIUM],
    options: [
      { id: 'z2', text: '灭火器', media: null },
      { id: 'z1', text: '配电箱', media: null },
    ],
    unit: null,
    blanks: 0,
    mode: 'find-all' as const,
  } as const;

  it('of a picture is answered by the names of its places', () => {
    const asked = askedBlind({ ...question, media: [...question.media], options: [...question.options] });
    expect(asked.kind).toBe('multiple');
    expect(blindAnswerOf({ kind: 'multiple', options: ['z1'] }, 'hotspot')).toEqual({ regions: ['z1'] });
    expect(blindAnswerOf({ kind: 'multiple', options: ['a'] }, 'multiple')).toEqual({ options: ['a'] });
  });

  it('takes the keys 1 to 9 for the options in their order', () => {
    const asked = askedBlind({ ...question, type: 'single', media: [], options: [...question.options] });
    expect(withNumberKey(asked, { by: 'options', options: [] }, 2)).toEqual({ by: 'options', options: ['z1'] });
    expect(withNumberKey(asked, { by: 'options', options: ['z1'] }, 9)).toEqual({ by: 'options', options: ['z1'] });
    const boolean = { ...asked, kind: 'boolean' as const, options: [] };
    expect(withNumberKey(boolean, { by: 'options', options: [] }, 2)).toEqual({ by: 'options', options: ['false'] });
  });
});

describe('small things', () => {
  it('tags are cut at spaces and commas of both sorts, each once', () => {
    expect(tagsOf('用电，配电箱 用电、 ')).toEqual(['用电', '配电箱']);
  });

  it('a source is found by title, number, issuer and id, whatever the width', () => {
    const source = sourceOf({
      ...sourceDraftOf(null),
      id: 'gb-30871',
      title: '特殊作业安全规范',
      number: 'GB 30871-2022',
    });
    expect(['特殊', 'gb30871', '30871 作业', 'ＧＢ'].map((typed) => isSourceMatching(source, typed))).toEqual(
      Array(4).fill(true),
    );
    expect(isSourceMatching(source, '消防')).toBe(false);
    expect(source).toMatchObject({ effectiveTo: null });
    expect(sourceOf(sourceDraftOf(source))).toEqual(source);
  });

  it('a short name is no page of the desk', () => {
    expect(['', 'gas-safety', 'import', 'registry', 'Gas', 'a'].map(isSetId)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('the newest version is the newest that was not withdrawn', () => {
    const release = (version: string, status: 'released' | 'withdrawn') => ({
      version,
      status,
      questionCount: 1,
      contentHash: 'sha256:0123456789',
      released: { at: 0, by: null },
      withdrawal: null,
    });
    expect(newestRelease({ releases: [release('1.1.0', 'withdrawn'), release('1.0.0', 'released')] })?.version).toBe(
      '1.0.0',
    );
    expect(shortHash('sha256:0123456789')).toBe('01234567');
  });

  it('what was released is deprecated, what never was is retired', () => {
    expect(movesFrom('approved', true).others).toContain('deprecated');
    expect(movesFrom('draft', false)).toEqual({ next: 'in-review', others: ['retired'] });
    expect(movesFrom('retired', true)).toEqual({ next: null, others: [] });
  });

  it('sizes of files are short, and addresses without the name of the hash', () => {
    expect([900, 340_000, 1_234_567].map(sizeText)).toEqual(['1 kB', '340 kB', '1.2 MB']);
    expect(mediaSource({ sha256: 'sha256:ab' })).toBe('/api/media/ab');
  });
});
