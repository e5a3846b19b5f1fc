import { expect, it } from '@jest/globals';
import { nameProblem, tokenFrom } from './account-name';

it('judges the length of a name without the blanks around it', () => {
  expect(nameProblem(' a ')).toBe('short');
  expect(nameProblem('王芳')).toBeNull();
  expect(nameProblem('x'.repeat(41))).toBe('long');
});

it('reads the token of the set-up link with and without its name', () => {
  expect(tokenFrom('#token=abc123')).toBe('abc123');
  expect(tokenFrom('#abc123')).toBe('abc123');
  expect(tokenFrom('')).toBeNull();
});
