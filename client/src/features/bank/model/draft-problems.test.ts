import { describe, expect, it } from '@jest/globals';
import { aDraft } from './bank-fixtures';
import type { Draft } from './draft';
import { blanksIn, problemsOf } from './draft-problems';

const codes = (change: Partial<Draft>) => problemsOf(aDraft(change)).map(({ place, code }) => `${place} ${code}`);

describe('a draft', () => {
  it('that is whole has no problems', () => {
    expect(problemsOf(aDraft())).toEqual([]);
  });

  it('needs words and a category', () => {
    expect(codes({ stem: ' 帽 ', category: '' })).toEqual(['stem stem_short', 'category category_missing']);
  });

  it('says which option is empty or alike, by its place', () => {
    const options = ['系紧', '', '系 紧。'].map((text, n) => ({
      id: 'abc'.charAt(n),
      text,
      feedback: '',
      isPinned: false,
      media: null,
    }));
    expect(codes({ options })).toEqual(['options.1 option_empty', 'options.2 options_alike']);
  });

  it('needs a right option, and in a multiple choice a wrong one too', () => {
    expect(codes({ right: [] })).toEqual(['answer right_missing']);
    expect(codes({ kind: 'multiple', right: ['a', 'b', 'c', 'd'] })).toEqual(['answer right_all']);
    expect(codes({ kind: 'ordering', right: [] })).toEqual([]);
  });

  it('needs true or false, and a number', () => {
    expect(codes({ kind: 'boolean' })).toEqual(['answer truth_missing']);
    expect(codes({ kind: 'numeric' })).toEqual(['answer.accept.0 range_none']);
    expect(codes({ kind: 'numeric', ranges: [{ min: '3', max: '2' }] })).toEqual(['answer.accept.0 range_backwards']);
    expect(codes({ kind: 'numeric', ranges: [{ min: '', max: '2' }] })).toEqual([]);
  });

  it('has as many blanks as its question', () => {
    expect(codes({ kind: 'text', stem: '第一、____为主、____', blanks: [['预防']] })).toEqual(['stem blanks_differ']);
    expect(codes({ kind: 'text', stem: '____为主', blanks: [[' ']] })).toEqual(['answer.blanks.0 blank_empty']);
    expect(blanksIn('一_二＿＿三')).toBe(1);
  });

  it('of a picture needs the picture, a place to find, and a name for each of its own', () => {
    const zone = { shape: 'circle', center: [0.5, 0.5], r: 0.1, feedback: '', isRight: true } as const;
    const circle = (id: string, label: string) => ({ ...zone, center: [0.5, 0.5] as [number, number], id, label });
    expect(codes({ kind: 'hotspot' })).toEqual(['media picture_missing', 'answer.regions zones_missing']);
    expect(
      codes({ kind: 'hotspot', media: ['m'], zones: [circle('z1', ''), circle('z2', '梯子'), circle('z3', '梯 子')] }),
    ).toEqual(['zone.z1 label_missing', 'zone.z3 labels_alike']);
    expect(
      codes({ kind: 'hotspot', media: ['m'], zones: [circle('z1', '箱'), circle('z2', '梯')], maxClicks: 1 }),
    ).toEqual(['answer.maxClicks clicks_few']);
  });

  it('cites each article once, and ends after it begins', () => {
    const cited = (source: string, locator: string) => ({ source, locator, checkedOn: '' });
    expect(codes({ citations: [cited('law', '第一条'), cited('law', '第一条 '), cited('', '')] })).toEqual([
      'citations.1 source_twice',
      'citations.2 source_missing',
    ]);
    expect(codes({ validFrom: '2026-02-01', validTo: '2026-01-01', timeLimitSec: 2 })).toEqual([
      'timeLimitSec time_range',
      'validTo days_backwards',
    ]);
  });
});
