import { describe, expect, it } from '@jest/globals';
import { lieOver } from './region-shape.js';
import type { Region } from './schema-answers.js';

const named = { id: 'r1', label: '洞口' };
const points = (text: string) =>
  text.split(' ').map((point): [number, number] => {
    const [x = 0, y = 0] = point.split(',').map(Number);
    return [x, y];
  });
const rect = (corners: string): Region => {
  const [from = [0, 0], to = from] = points(corners);
  return { ...named, shape: 'rect', from, to };
};
const circle = (at: string, r: number): Region => ({ ...named, shape: 'circle', center: points(at)[0] ?? [0, 0], r });
const poly = (corners: string): Region => ({ ...named, shape: 'poly', points: points(corners) });

const BOX = rect('0.1,0.1 0.2,0.3');
const BENT = '0,0 0.9,0 0.9,0.1 0.1,0.1 0.1,0.9 0,0.9';

describe('places that lie over one another', () => {
  it.each<[string, Region, Region]>([
    ['one in the middle of the other', BOX, circle('0.15,0.2', 0.01)],
    ['one in a corner of the other', BOX, circle('0.11,0.11', 0.01)],
    ['one around the other', BOX, rect('0.5,0.5 0.05,0.05')],
    ['a triangle around a circle', circle('0.5,0.5', 0.05), poly('0.4,0.4 0.6,0.4 0.5,0.65')],
    ['corners in one line', BOX, poly('0.12,0.2 0.15,0.2 0.18,0.2')],
    ['drawn alike, with the middle outside', poly(BENT), { ...poly(BENT), id: 'd1', label: '护栏' }],
  ])('are %s', (_what, a, b) => {
    expect(lieOver(a, b, 1)).toBe(true);
    expect(lieOver(b, a, 1)).toBe(true);
  });

  it.each<[string, Region, Region]>([
    ['apart', BOX, circle('0.5,0.5', 0.05)],
    ['overlapping only at the rim', BOX, rect('0.18,0.1 0.3,0.3')],
    ['touching with a corner', BOX, poly('0.19,0.29 0.4,0.3 0.3,0.6')],
    ['one in the bend of the other', poly(BENT), circle('0.5,0.5', 0.05)],
  ])('are not those %s', (_what, a, b) => {
    expect(lieOver(a, b, 1)).toBe(false);
    expect(lieOver(b, a, 1)).toBe(false);
  });

  it('are measured in widths of the picture', () => {
    const [a, b] = [circle('0.5,0.5', 0.05), circle('0.5,0.58', 0.01)];
    expect(lieOver(a, b, 1)).toBe(false);
    expect(lieOver(a, b, 0.5)).toBe(true);
  });
});
