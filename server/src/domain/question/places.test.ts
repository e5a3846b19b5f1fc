import type { Zone } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mixPlaces } from './places.js';

const zone = (id: string): Zone => ({
  ...{ id, label: `${id} 处`, feedback: null, shape: 'circle' },
  ...{ center: [0.5, 0.5], r: 0.1 },
});
const right = ['r1', 'r2', 'r3'].map(zone);
const wrong = ['d1', 'd2'].map(zone);

describe('the places of a picture', () => {
  it('are all in the list, under new names in its order', () => {
    const { options } = mixPlaces(right, wrong, 'seed', 1);
    expect(options.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
    expect(options.map(({ text }) => text).sort()).toEqual(['d1 处', 'd2 处', 'r1 处', 'r2 处', 'r3 处']);
  });

  it('have the same names in the list and in the key', () => {
    const { options, zones, decoys } = mixPlaces(right, wrong, 'seed', 1);
    const labelOf = new Map(options.map(({ id, text }) => [id, text]));
    for (const { id, label } of [...zones, ...decoys]) expect(labelOf.get(id)).toBe(label);
    expect(zones.map(({ label }) => label)).toEqual(right.map(({ label }) => label));
  });

  it('are named alike for the same seed and question, whichever are right', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(100), fc.subarray([...right, ...wrong]), (seed, questionNo, chosen) => {
        const others = [...right, ...wrong].filter((each) => !chosen.includes(each));
        expect(mixPlaces(chosen, others, seed, questionNo).options).toEqual(
          mixPlaces(right, wrong, seed, questionNo).options,
        );
      }),
    );
  });

  it('lie otherwise in another question, and any place may come first', () => {
    const first = Array.from({ length: 200 }, (_, no) => mixPlaces(right, wrong, 'seed', no).options[0]?.text);
    expect(new Set(first).size).toBe(5);
  });
});
