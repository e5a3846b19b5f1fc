/** A piece of a text; `isOther` where the compared text has something else. */
export interface DiffPart {
  readonly text: string;
  readonly isOther: boolean;
}

interface Segmenter {
  segment(text: string): Iterable<{ segment: string }>;
}

const SegmenterClass = (Intl as { Segmenter?: new (locale: string, options: { granularity: 'word' }) => Segmenter })
  .Segmenter;
const segmenter = SegmenterClass === undefined ? null : new SegmenterClass('zh-CN', { granularity: 'word' });

/** Words where the engine knows them, else single characters; numbers and Latin words stay whole. */
function wordsOf(text: string): string[] {
  if (segmenter !== null) return Array.from(segmenter.segment(text), ({ segment }) => segment);
  return text.match(/[A-Za-z0-9.]+|[^A-Za-z0-9.]/g) ?? [];
}

/** Marks in both texts the words that the other one does not have at that place. */
export function wordDiff(one: string, other: string): readonly [DiffPart[], DiffPart[]] {
  const a = wordsOf(one);
  const b = wordsOf(other);
  const lengths = commonLengths(a, b);
  const left: DiffPart[] = [];
  const right: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = a[i];
    const y = b[j];
    if (x !== undefined && x === y) {
      append(left, x, false);
      append(right, y, false);
      i += 1;
      j += 1;
    } else if (y === undefined || (x !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      append(left, x ?? '', true);
      i += 1;
    } else {
      append(right, y, true);
      j += 1;
    }
  }
  return [left, right];
}

/** `lengths[i][j]`: the longest common sequence of the words from i and from j on. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    for (let j = b.length - 1; row !== undefined && j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), row[j + 1] ?? 0);
    }
  }
  return lengths;
}

const at = (lengths: readonly (readonly number[])[], i: number, j: number): number => lengths[i]?.[j] ?? 0;

function append(parts: DiffPart[], text: string, isOther: boolean): void {
  const last = parts[parts.length - 1];
  if (last !== undefined && last.isOther === isOther) parts[parts.length - 1] = { text: last.text + text, isOther };
  else parts.push({ text, isOther });
}

/** The options of two questions side by side: an equal one anywhere is no difference, the others meet by their place. */
export function optionsDiff(
  one: readonly string[],
  other: readonly string[],
): readonly [readonly DiffPart[][], readonly DiffPart[][]] {
  const whole = (text: string): DiffPart[] => [{ text, isOther: false }];
  const isShared = (text: string) => one.includes(text) && other.includes(text);
  const against = (texts: readonly string[], others: readonly string[], side: 0 | 1) =>
    texts.map((text, index) => {
      const facing = others[index];
      if (isShared(text)) return whole(text);
      if (facing === undefined || isShared(facing)) return [{ text, isOther: true }];
      return side === 0 ? wordDiff(text, facing)[0] : wordDiff(facing, text)[1];
    });
  return [against(one, other, 0), against(other, one, 1)];
}
