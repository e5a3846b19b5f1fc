import { QUESTION_KINDS, type QuestionKind } from '@anquanli/contract/vocabulary';
import { Choice, type AnswerForm } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import { choose, namedIn } from './choose.js';
import { seededRandom } from './seeded-random.js';

const FORMS: Partial<Record<QuestionKind, AnswerForm>> = {
  numeric: { kind: 'numeric', unit: '%', decimals: 0 },
  text: { kind: 'text', blanks: 3 },
  hotspot: { kind: 'hotspot', mode: 'find-all', maxClicks: 2 },
};
const options = ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id, text: id }));

describe('what a bot chooses', () => {
  it.each(QUESTION_KINDS)('of a %s question is a choice of the contract, and not always the same', (kind) => {
    const random = seededRandom(7);
    const drawn = Array.from({ length: 200 }, () => choose({ kind, options, form: FORMS[kind] ?? null }, random));
    for (const choice of drawn) expect(Choice.safeParse(choice)).toMatchObject({ success: true, data: { kind } });
    expect(new Set(drawn.map((choice) => JSON.stringify(choice))).size).toBeGreaterThan(1);
  });

  it('keeps to what the question asks for', () => {
    const random = seededRandom(7);
    for (let turn = 0; turn < 200; turn += 1) {
      const picture = choose({ kind: 'hotspot', options, form: FORMS.hotspot ?? null }, random);
      if (picture.kind === 'hotspot') expect(picture.points.length + picture.places.length).toBeLessThanOrEqual(2);
      const number = choose({ kind: 'numeric', options: [], form: FORMS.numeric ?? null }, random);
      expect(number).toMatchObject({ value: Math.round(number.kind === 'numeric' ? number.value : NaN) });
      const text = choose({ kind: 'text', options: [], form: FORMS.text ?? null }, random);
      expect(text.kind === 'text' && text.blanks.length).toBe(3);
    }
  });
});

it('what a choice names in the words of the round is written down beside it', () => {
  const shown = ['拔销', '提起', '压把'].map((text, index) => ({ id: `s${index + 1}`, text }));
  const named = (choice: Choice) => namedIn({ options: shown }, choice);
  expect(named({ kind: 'ordering', order: ['s2', 's1', 's3'] })).toEqual({ s1: '拔销', s2: '提起', s3: '压把' });
  expect(named({ kind: 'hotspot', points: [[0, 0]], places: ['s3'] })).toEqual({ s3: '压把' });
  expect(named({ kind: 'hotspot', points: [[0, 0]], places: [] })).toBeNull();
  expect(named({ kind: 'single', option: 's1' })).toBeNull();
});
