import { describe, expect, it } from '@jest/globals';
import { Choice, Key } from '@anquanli/contract/question';
import { askedOf, citationsOf, keyOf, rightChoice } from './asked';
import { aQuestion } from './import-fixtures';
import type { ImportQuestion } from './import-types';

const common = {
  id: 'q_1',
  rev: 1,
  status: 'draft' as const,
  stem: '题',
  difficulty: 2,
  category: 'fire',
  citations: [],
};
const options = [
  { id: 'a', text: '先' },
  { id: 'b', text: '后', media: 'helmet' },
];
const region = { id: 'z1', label: '护栏', shape: 'circle' as const, center: [0.5, 0.5] as [number, number], r: 0.1 };

const KINDS: readonly ImportQuestion[] = [
  aQuestion(),
  { ...common, type: 'multiple', options, answer: { options: ['a', 'b'] } },
  { ...common, type: 'boolean', answer: { value: false } },
  { ...common, type: 'ordering', options, answer: { order: ['b', 'a'] } },
  { ...common, type: 'numeric', answer: { accept: [{ min: 19.5, max: 23.5 }], unit: '%', decimals: 1 } },
  { ...common, type: 'text', answer: { blanks: [{ accept: ['通风', '换气'] }] } },
  { ...common, type: 'hotspot', media: ['site'], answer: { mode: 'find-one', regions: [region] } },
];
const pictures = new Map([['helmet', { src: '/api/media/1', alt: '安全帽', width: 10, height: 10 }]]);

describe('a question of an import on a phone', () => {
  it.each(KINDS.map((question) => [question.type, question] as const))(
    'has a key and its answer: %s',
    (kind, question) => {
      const key = keyOf(question);
      expect(Key.parse(key).kind).toBe(kind);
      expect(Choice.parse(rightChoice(key)).kind).toBe(kind);
      expect(askedOf(question, pictures).kind).toBe(kind);
    },
  );

  it('shows pictures the set has, and leaves others out', () => {
    const [, multiple, , , , , hotspot] = KINDS.map((question) => askedOf(question, pictures));
    expect(multiple?.options[1]?.media?.alt).toBe('安全帽');
    expect(hotspot?.media).toEqual([]);
  });

  it('names its sources', () => {
    const question = aQuestion({ citations: [{ source: 'fire-law', locator: '第四十四条' }, { source: 'x' }] });
    expect(citationsOf(question, (id) => (id === 'fire-law' ? '消防法' : id))).toEqual([
      { title: '消防法', locator: '第四十四条' },
      { title: 'x', locator: null },
    ]);
  });
});
