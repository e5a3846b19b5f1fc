import { expect, it } from '@jest/globals';
import { readOptions, UsageError } from './options.js';

it('reads a scenario with its numbers', () => {
  expect(readOptions(['full-round', '--players', '200', '--questions', '3', '--target', 'embedded'])).toEqual({
    scenario: 'full-round',
    target: 'embedded',
    players: 200,
    questions: 3,
    seconds: 10,
    threads: 1,
    seed: 1,
    isBaselineOnly: false,
  });
});

it('reads a storm with its numbers', () => {
  expect(readOptions(['join-storm', '--players', '900', '--seconds', '12', '--target', 'cluster'])).toEqual({
    ...{ scenario: 'join-storm', target: 'cluster', players: 900, seconds: 12, threads: 1, seed: 1 },
  });
});

it('reads a morning with its numbers', () => {
  expect(readOptions(['contest-morning', '--people', '900', '--target', 'mysql'])).toEqual({
    ...{ scenario: 'contest-morning', target: 'mysql', units: 200, people: 900, seed: 1 },
  });
});

it('reads a month with its numbers', () => {
  expect(readOptions(['simulate-month', '--units', '20', '--people', '300', '--days', '7'])).toEqual({
    ...{ scenario: 'simulate-month', target: 'embedded', units: 20, people: 300, days: 7, seed: 1 },
  });
});

it.each([
  [[], 'Name one scenario'],
  [['half-round'], 'Name one scenario'],
  [['full-round', '--players', '1'], 'from 2 to 20000'],
  [['simulate-month', '--units', '2001'], 'from 1 to 2000'],
  [['contest-morning', '--people', '50001'], 'from 1 to 50000'],
  [['contest-morning', 'simulate-month'], 'Name one scenario'],
  [['full-round', '--players', '20001'], 'from 2 to 20000'],
  [['full-round', '--players', 'many'], 'not many'],
  [['full-round', '--seconds', '4'], 'from 5 to 240'],
  [['full-round', '--target', 'mariadb'], 'one of embedded, mysql'],
  [['full-round', '--playres', '5'], '--playres'],
])('refuses %j with a sentence that helps', (args, sentence) => {
  expect(() => readOptions(args)).toThrow(UsageError);
  expect(() => readOptions(args)).toThrow(sentence);
});
