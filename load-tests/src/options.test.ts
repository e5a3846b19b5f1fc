import { expect, it } from '@jest/globals';
import { SCENARIOS } from '../scenarios/registry.js';
import { UsageError } from './command-line.js';
import { readOptions, usageOf } from './options.js';
import { type CommonOptions, scenario } from './scenario.js';

const read = (args: readonly string[]) => readOptions(args, SCENARIOS).options;

it('reads a scenario with its numbers', () => {
  expect(read(['full-round', '--players', '200', '--questions', '3', '--target', 'embedded'])).toEqual({
    target: 'embedded',
    players: 200,
    questions: 3,
    seconds: 10,
    threads: 1,
    seed: 1,
    isBaselineOnly: false,
    slowDiskMs: 0,
  });
});

it('reads a storm with its numbers', () => {
  expect(read(['join-storm', '--players', '900', '--seconds', '12', '--target', 'cluster'])).toEqual({
    ...{ scenario: 'join-storm', target: 'cluster', players: 900, seconds: 12, threads: 1, seed: 1 },
  });
});

it('reads a morning with its numbers', () => {
  expect(read(['contest-morning', '--people', '900', '--target', 'mysql'])).toEqual({
    ...{ target: 'mysql', units: 200, people: 900, nodes: 2, seed: 1 },
  });
});

it('reads faults with their numbers', () => {
  expect(read(['faults', '--fault', 'node-killed', '--at-once', '4', '--target', 'cluster'])).toEqual({
    ...{ fault: 'node-killed', target: 'cluster', players: 200, questions: 3, atOnce: 4, threads: 1, seed: 1 },
  });
});

it('reads a month with its numbers', () => {
  expect(read(['simulate-month', '--units', '20', '--people', '300', '--days', '7'])).toEqual({
    ...{ target: 'embedded', units: 20, people: 300, days: 7, seed: 1 },
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
  [['full-round', '--runs', '21'], '--runs takes a whole number from 1 to 20'],
  [['simulate-month', '--runs', '2'], '--runs takes a whole number from 1 to 1'],
  [['soak', '--minutes', '51'], 'from 1 to 50'],
  [['full-round', '--slow-disk', '1001'], 'from 0 to 1000'],
  [['curve', '--sizes', '500,many'], 'not many'],
  [['curve', '--sizes', '500,500'], 'twice'],
  [['ranks-at-a-million', '--people', '99'], 'from 100 to 1000000'],
  [['faults', '--fault', 'earthquake'], 'not earthquake'],
  [['faults', '--questions', '1'], 'from 2 to 20'],
  [['full-round', '--playres', '5'], '--playres'],
])('refuses %j with a sentence that helps', (args, sentence) => {
  expect(() => read(args)).toThrow(UsageError);
  expect(() => read(args)).toThrow(sentence);
});

it('has a help that names every scenario and each of its options', () => {
  const help = usageOf(SCENARIOS);
  for (const { name, flags, switches = [] } of SCENARIOS) {
    expect(help).toContain(`npm run load -- ${name} `);
    for (const flag of [...flags, ...switches]) expect(help).toContain(`--${flag}`);
  }
});

it('runs a scenario with its own seed unless another is asked for', async () => {
  const seeds: number[] = [];
  const counting = scenario<CommonOptions>({
    ...{ name: 'counting', usage: '', flags: [] },
    read: () => ({ target: 'embedded', seed: 7 }),
    run: ({ seed }) => {
      seeds.push(seed);
      return Promise.resolve({ summary: '', json: {}, broken: [] });
    },
  });
  const prepared = readOptions(['counting'], [counting]);
  await prepared.run();
  await prepared.run(8);
  expect(seeds).toEqual([7, 8]);
});
