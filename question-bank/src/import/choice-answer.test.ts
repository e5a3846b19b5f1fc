import { describe, expect, it } from '@jest/globals';
import { readChoice, type ChoiceQuestion } from './choice-answer.js';

const options = ['盖上锅盖', '往锅里浇水', '端起锅跑', '打开油烟机'].map((text, n) => ({
  letter: String.fromCharCode(65 + n),
  text,
}));

function lettersOf(answer: string, changes: Partial<ChoiceQuestion> = {}): string {
  const reading = readChoice({ answer, options, ...changes });
  return reading.ok ? reading.picks.map((n) => 'ABCD'.charAt(n)).join('') : reading.code;
}

describe('an answer of a choice', () => {
  it.each([
    ['AB', 'AB'],
    ['A、B', 'AB'],
    ['A,B', 'AB'],
    ['A，B', 'AB'],
    ['A B', 'AB'],
    ['A;B', 'AB'],
    ['A；B', 'AB'],
    ['A|B', 'AB'],
    ['A&B', 'AB'],
    ['A+B', 'AB'],
    ['A和B', 'AB'],
    ['A、B项', 'AB'],
    ['A-B-C', 'ABC'],
    ['A—B—D', 'ABD'],
    ['A - C - D', 'ACD'],
    ['A、', 'A'],
    ['A.', 'A'],
    ['A->B->C', 'ABC'],
  ])('%j names %s', (answer, letters) => {
    expect(lettersOf(answer)).toBe(letters);
    expect(lettersOf(answer, { style: 'letters' })).toBe(letters);
  });

  it.each([
    'A-D', 'A—D', 'A–D', 'A－D', 'A−D', 'A‐D', 'A--D', 'A——D', 'a-d', 'A - D', 'A-B', 'A-D项', '【答案】A-D', '（A-D）',
    'A~D', 'A～D', 'A〜D', 'A∼D', 'A~B~C', 'A至D', 'A到D', 'A…D', 'A..D', 'A/D', 'A／D', 'A/B/C', 'A / D',
    'A或B', 'A 或 B', 'AorB', 'A or B', 'A、C-D', 'A-B、D', 'AB-CD', 'A-BC', 'A-', '-A', 'A/', 'A~', 'A+', 'A→',
  ])('%j may be a range or alternatives and is not decided', (answer) => {
    expect(lettersOf(answer)).toBe('answer_ambiguous');
    expect(lettersOf(answer, { style: 'letters' })).toBe('answer_ambiguous');
  }); // prettier-ignore

  it.each([
    '全选',
    '以上都是',
    '以上都对',
    '全对',
    'ALL',
    'A或者B',
    'A等',
    'A?',
    '非A',
    '不选A',
    'A以外',
    'A不对',
    'A(B)',
    'A to D',
    '略',
  ])('%j is not read', (answer) => expect(lettersOf(answer)).toBe('answer_unreadable'));

  it('is the option that says 以上都是 where there is one', () => {
    const all = options.map((option, n) => (n === 3 ? { ...option, text: '以上都是' } : option));
    expect(lettersOf('以上都是', { options: all })).toBe('D');
    expect(lettersOf('全选', { options: all })).toBe('answer_unreadable');
  });

  it('with the text of its option counts, unless the text is a letter too', () => {
    expect(lettersOf('A. 盖上锅盖')).toBe('A');
    const twins = options.map((option, n) => (n === 0 ? { ...option, text: 'B' } : option));
    expect(lettersOf('A. B', { options: twins })).toBe('answer_ambiguous');
  });

  it('is a text of an option with a dash or stroke in it', () => {
    const texts = ['1-3米', '1/3', '3-5', '10'].map((text, n) => ({ letter: String.fromCharCode(65 + n), text }));
    expect(lettersOf('1-3米', { options: texts })).toBe('A');
    expect(lettersOf('1/3', { options: texts })).toBe('B');
    expect(lettersOf('3-5', { options: texts })).toBe('C');
  });

  it.each([
    ['1,3', 'AC'],
    ['1、3', 'AC'],
    ['1 3', 'AC'],
    ['1', 'A'],
    ['1-2-4', 'ABD'],
    ['1-3', 'answer_ambiguous'],
    ['1~3', 'answer_ambiguous'],
    ['1/3', 'answer_ambiguous'],
    ['1.3', 'answer_ambiguous'],
    ['1或3', 'answer_ambiguous'],
    ['1至3', 'answer_ambiguous'],
    ['13', 'answer_beyond_options'],
  ])('%j by number is %s', (answer, letters) => expect(lettersOf(answer, { style: 'numbers' })).toBe(letters));
});

describe('an order', () => {
  it.each(['BADC', 'B-A-D-C', 'B—A—D—C', 'B→A→D→C', 'B->A->D->C', 'B>A>D>C', 'B、A、D、C', '2143', '2-1-4-3'])(
    '%j is kept',
    (answer) => expect(lettersOf(answer, { isOrder: true })).toBe('BADC'),
  );

  it('of two may have a dash between them', () => {
    expect(lettersOf('B-A', { options: options.slice(0, 2), isOrder: true })).toBe('BA');
  });
});
