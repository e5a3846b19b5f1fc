import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rightBlanks } from './blanks.js';

const key = (blanks: string[][], anyOrder = false) => ({ kind: 'text' as const, blanks, anyOrder });

describe('blanks', () => {
  it('are right each in its place, by any of the accepted writings', () => {
    const policy = key([['预防', '预防为主'], ['治理']]);
    expect(rightBlanks(policy, ['预防', '治理'])).toEqual([0, 1]);
    expect(rightBlanks(policy, ['预防为主', '整治'])).toEqual([0]);
    expect(rightBlanks(policy, ['治理', '预防'])).toEqual([]);
    expect(rightBlanks(policy, ['', '治理'])).toEqual([1]);
  });

  it('do not mind width, case, white space and a closing stop, neither typed nor in the key', () => {
    const code = key([['GB 30871'], ['ｐｐｍ。']]);
    expect(rightBlanks(code, [' ｇｂ３０８７１。', 'PPM'])).toEqual([0, 1]);
  });

  it('do not mind characters that nobody sees, neither typed nor in the key', () => {
    expect(rightBlanks(key([['预防'], ['治\u00ad理']]), ['\ufeff预\u200b防', '治理\u200d'])).toEqual([0, 1]);
  });

  it('that come to nothing are never right, whatever the key says', () => {
    expect(rightBlanks(key([['。'], ['x']]), ['。', '!'])).toEqual([]);
  });

  it('of any order use each accepted one once', () => {
    const three = key([['通风'], ['检测'], ['监护']], true);
    expect(rightBlanks(three, ['监护', '通风', '检测'])).toEqual([0, 1, 2]);
    expect(rightBlanks(three, ['通风', '通风', '检测'])).toHaveLength(2);
    expect(rightBlanks(three, ['', '检测', '作业'])).toEqual([1]);
  });

  it('of any order are given to one another so that most are right', () => {
    // The first fits both, the second only what the first would have taken.
    expect(rightBlanks(key([['气', '氧气'], ['氧气']], true), ['氧气', '气'])).toEqual([0, 1]);
    const chain = key([['a', 'b'], ['b', 'c'], ['c', 'd'], ['d']], true);
    expect(rightBlanks(chain, ['d', 'c', 'b', 'a'])).toHaveLength(4);
  });

  it('of any order have as many right ones as the best of all assignments', () => {
    const word = fc.constantFrom<string>('a', 'b', 'c', 'd');
    const lists = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(lists, fc.array(word, { minLength: 3, maxLength: 3 }), (accepted, typed) => {
        const orders = [
          [0, 1, 2],
          [0, 2, 1],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
          [2, 1, 0],
        ];
        const best = Math.max(
          ...orders.map((order) => order.filter((slot, place) => accepted[slot]?.includes(typed[place] ?? '')).length),
        );
        expect(rightBlanks(key(accepted, true), typed)).toHaveLength(best);
      }),
    );
  });
});
