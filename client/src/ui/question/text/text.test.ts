import { describe, expect, it } from '@jest/globals';
import { circled, stemParts } from './stem-parts';
import { filledBlanks, isSameWriting } from './writing';

describe('a stem with blanks', () => {
  it('is cut at them, wherever they stand', () => {
    expect(stemParts('安全第一、______为主、______。')).toEqual([
      { text: '安全第一、' },
      { blank: 1, after: '' },
      { text: '为主、' },
      { blank: 2, after: '。' },
    ]);
    expect(stemParts('____是电话')).toEqual([{ blank: 1, after: '' }, { text: '是电话' }]);
    expect(stemParts('火警电话是____')).toEqual([{ text: '火警电话是' }, { blank: 1, after: '' }]);
  });

  it('without a blank is one text; a single underscore is none', () => {
    expect(stemParts('火警_电话')).toEqual([{ text: '火警_电话' }]);
  });

  it('has numbers as papers have them', () => {
    expect([1, 2, 6].map(circled)).toEqual(['①', '②', '⑥']);
  });
});

describe('a writing', () => {
  it('is the same in another width and case, and with a full stop', () => {
    expect(isSameWriting('ＡＢＣ干粉', ' abc 干粉。')).toBe(true);
    expect(isSameWriting('', '。')).toBe(false);
  });

  it('is right in its own blank only, or in any one once', () => {
    const accepted = [['预防'], ['治理', '综合治理']];
    const right = (written: string[], anyOrder: boolean) =>
      filledBlanks(written, accepted, anyOrder).map(({ isRight }) => isRight);
    expect(right(['综合治理', '预防'], false)).toEqual([false, false]);
    expect(right(['综合治理', '预防'], true)).toEqual([true, true]);
    expect(right(['预防', '预防'], true)).toEqual([true, false]);
  });

  it('that is wrong stands beside what was left to find', () => {
    const accepted = [['安全'], ['预防'], ['治理']];
    const blanks = filledBlanks(['治理', '快', '安全'], accepted, true);
    expect(blanks.map(({ accepted: [shown], isRight }) => [shown, isRight])).toEqual([
      ['治理', true],
      ['预防', false],
      ['安全', true],
    ]);
    expect(filledBlanks([], accepted, true).map(({ accepted: [shown] }) => shown)).toEqual(['安全', '预防', '治理']);
  });
});
