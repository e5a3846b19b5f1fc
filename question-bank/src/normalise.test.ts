import { expect, it } from '@jest/globals';
import { normalise } from './normalise.js';

it.each([
  ['zero width space', '预\u200B防'],
  ['byte order mark', '\uFEFF预防'],
  ['soft hyphen', '预\u00AD防。'],
  ['joiners behind the stop', '预防。\u200D\u2060'],
  ['marks of direction', '\u2066预防\u2069'],
])('does not see a %s', (_what, text) => {
  expect(normalise(text)).toBe('预防');
});

it('puts together what only something unseen kept apart', () => {
  expect(normalise('e\u200B\u0301')).toBe(normalise('é'));
});

it('leaves nothing of stops and what nobody sees', () => {
  for (const text of ['', ' ', '。', '\u200B', '\u00AD！\u200B。']) expect(normalise(text)).toBe('');
});
