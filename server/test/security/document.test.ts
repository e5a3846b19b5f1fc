import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DOCUMENT = readFileSync(path.join(ROOT, 'server/docs/security.md'), 'utf8');

interface Row {
  readonly points: readonly string[];
  /** Whatever stands between backticks in the last column: a file and a title, a file and a title, … */
  readonly named: readonly string[];
}

/** Rows of the tables above a heading: those whose first cell begins with a number of the standard. */
function rowsIn(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => /^\| *\d+\.\d+\.\d+/.test(line))
    .map((line) => {
      const [first = '', , last = ''] = line.split('|').slice(1);
      return {
        points: first.match(/\d+\.\d+\.\d+/g) ?? [],
        named: [...last.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text),
      };
    });
}

const [met = '', notMet = ''] = DOCUMENT.split('## Not met');
const rows = rowsIn(met);
const named = rows.flatMap(({ points, named }) => {
  const pairs = Array.from({ length: named.length / 2 }, (_, index) => named.slice(index * 2, index * 2 + 2));
  return pairs.map(([file = '', title = '']) => [points.join(', '), file, title] as const);
});

describe('the table of security', () => {
  it('has at most forty rows, each point once, each with what shows it', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.length).toBeLessThanOrEqual(40);
    const points = [...rows, ...rowsIn(notMet)].flatMap((row) => row.points);
    expect(points.filter((point, index) => points.indexOf(point) !== index)).toEqual([]);
    expect(rows.filter(({ named: texts }) => texts.length === 0 || texts.length % 2 !== 0)).toEqual([]);
  });

  it.each(named)('shows %s by a test that is there: %s: %s', (_, file, title) => {
    expect(file).toMatch(/\.test\.ts$/);
    expect(existsSync(path.join(ROOT, file))).toBe(true);
    expect(readFileSync(path.join(ROOT, file), 'utf8')).toContain(`'${title}'`);
  });
});
