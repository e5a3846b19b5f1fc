import { expect, it } from '@jest/globals';
import { Healing } from './healing.js';

it('asks 1.5 s after the instant, then at growing distances, six times at the most', () => {
  const healing = new Healing(() => 0);
  healing.expect(10_000);
  const asked: number[] = [];
  for (let now = 9_000; now < 90_000; now += 100) if (healing.isDue(now)) asked.push(now);
  expect(asked).toEqual([11_500, 14_500, 19_000, 25_000, 32_500, 41_500]);
});

it('forgets what it waited for when something newer is there', () => {
  const healing = new Healing(() => 0);
  healing.expect(10_000);
  healing.expect(null);
  expect(healing.isDue(99_000)).toBe(false);
});
