import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newQuestionId } from './new-id.js';
import { QuestionId } from './schema-words.js';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

it('makes ids that the schema takes and that sort by time', () => {
  fc.assert(
    fc.property(time, time, bytes, bytes, (a, b, left, right) => {
      const [one, other] = [newQuestionId(a, left), newQuestionId(b, right)];
      expect(QuestionId.safeParse(one).success).toBe(true);
      if (a !== b) expect(one < other).toBe(a < b);
    }),
  );
});

it('writes time and randomness as ULIDs do', () => {
  expect(newQuestionId(1_469_918_176_385, new Uint8Array(10))).toBe('q_01aryz6s410000000000000000');
  expect(newQuestionId(2 ** 48 - 1, new Uint8Array(10).fill(255))).toBe('q_7zzzzzzzzzzzzzzzzzzzzzzzzz');
});

it('refuses times and bytes that do not fit', () => {
  expect(() => newQuestionId(-1, new Uint8Array(10))).toThrow(RangeError);
  expect(() => newQuestionId(2 ** 48, new Uint8Array(10))).toThrow(RangeError);
  expect(() => newQuestionId(0, new Uint8Array(9))).toThrow(RangeError);
});
