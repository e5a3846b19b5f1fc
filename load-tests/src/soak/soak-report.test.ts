import { expect, it } from '@jest/globals';
import { reportOfSoak, type SoakedRound, type SoakOptions } from './soak-report.js';

const OPTIONS: SoakOptions = {
  ...{
    target: 'embedded',
    seed: 1,
    minutes: 30,
    players: 500,
    questions: 5,
    seconds: 10,
    threads: 1,
    rounds: 99,
    slowDiskMs: 0,
  },
};
const SAMPLE = { rssMb: 200, heapMb: 80, handles: 40, seatsOnline: 0, journal: 0, roundsInMemory: 1 };
const round = (sample: object = {}): SoakedRound => ({
  ...{ broken: [], answersSent: 10, answersAcked: 10, ackP99Ms: 5, fanoutP99Ms: 20, resultsP99Ms: 100 },
  sample: { ...SAMPLE, ...sample },
});
const rounds = (sample: (index: number) => object) => Array.from({ length: 20 }, (_, index) => round(sample(index)));

it('a soak whose memory stays level breaks nothing', () => {
  const { broken, json } = reportOfSoak(
    OPTIONS,
    rounds(() => ({})),
  );
  expect(broken).toEqual([]);
  expect(json).toMatchObject({ played: 20, answersSent: 200, flat: { heapMb: { isFlat: true } } });
});

it.each(['heapMb', 'rssMb', 'handles'] as const)('a soak fails where %s grows with every round', (name) => {
  const { broken, summary } = reportOfSoak(
    OPTIONS,
    rounds((index) => ({ [name]: SAMPLE[name] * (1 + index / 20) })),
  );
  expect(broken).toEqual([expect.stringContaining(`not flat: ${name}`)]);
  expect(summary).toContain('NOT FLAT');
});

it.each(['seatsOnline', 'journal'] as const)('a soak fails where %s is not empty after a round', (name) => {
  const { broken } = reportOfSoak(
    OPTIONS,
    rounds((index) => (index === 3 ? { [name]: 7 } : {})),
  );
  expect(broken).toEqual([expect.stringMatching(/^round 4: 7 /)]);
});

it('a soak fails where a round broke a promise, also when it is too short to be called flat', () => {
  const { broken, json } = reportOfSoak(OPTIONS, [{ ...round(), broken: ['lost: 1'] }]);
  expect(broken).toEqual(['round 1: lost: 1']);
  expect(json).toMatchObject({ flat: { heapMb: { isFlat: null } } });
});
