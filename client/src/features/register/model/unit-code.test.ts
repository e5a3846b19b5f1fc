import { expect, it } from '@jest/globals';
import { isWholeUnitCode, shownUnitCode, unitCodeFrom } from './unit-code';

it('reads a code however it was typed, pasted or scanned', () => {
  for (const typed of ['k7mq2rxa', 'K7MQ 2RXA', 'k7mq-2rxa', 'Ｋ７ＭＱ２ＲＸＡ', 'http://192.168.1.20:3000/u/K7MQ2RXA'])
    expect(unitCodeFrom(typed)).toBe('K7MQ2RXA');
  expect(isWholeUnitCode(unitCodeFrom('K7MQ2RX'))).toBe(false);
});

it('shows it in two groups while it is typed', () => {
  expect(['K7', 'K7MQ2', 'K7MQ2RXA'].map(shownUnitCode)).toEqual(['K7', 'K7MQ 2', 'K7MQ 2RXA']);
});
