import { expect, it } from '@jest/globals';
import { nextFrom } from './next-page';

it('returns to the page that asked for the sign-in', () => {
  expect(nextFrom('?next=%2Frounds%2F0190-ab%2Frun')).toBe('/rounds/0190-ab/run');
  expect(nextFrom('?next=%2Fbank%2Fsite-2%2Freview')).toBe('/bank/site-2/review');
  expect(nextFrom('')).toBe('/rounds');
});

it('never leads to another site or back to the gate', () => {
  expect(nextFrom('?next=https%3A%2F%2Fevil.example')).toBe('/rounds');
  expect(nextFrom('?next=%2F%2Fevil.example')).toBe('/rounds');
  expect(nextFrom('?next=%2Fsign-in')).toBe('/rounds');
});
