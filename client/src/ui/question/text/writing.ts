/** Are two writings the same word, apart from width, case, spaces and punctuation? Only decides what the reveal marks. */
export function isSameWriting(a: string, b: string): boolean {
  return plainWriting(a) === plainWriting(b) && plainWriting(a) !== '';
}

function plainWriting(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}

export interface FilledBlank {
  /** What belongs in it: accepted writings, the first is the one to show. */
  readonly accepted: readonly string[];
  readonly written: string;
  readonly isRight: boolean;
}

/** What was written, blank by blank, with what belongs there. In any order each list is used up once, and the wrong blanks get what is left. */
export function filledBlanks(
  written: readonly string[],
  accepted: readonly (readonly string[])[],
  anyOrder: boolean,
): FilledBlank[] {
  const isAmong = (text: string, list: readonly string[]) => list.some((each) => isSameWriting(each, text));
  const own = accepted.map((_, index) => written[index] ?? '');
  if (!anyOrder) {
    return accepted.map((list, index) => {
      const text = own[index] ?? '';
      return { accepted: list, written: text, isRight: isAmong(text, list) };
    });
  }
  const left = [...accepted];
  const met = own.map((text) => {
    const at = left.findIndex((list) => isAmong(text, list));
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  });
  return own.map((text, index) => {
    const list = met[index] ?? null;
    return { accepted: list ?? left.shift() ?? [], written: text, isRight: list !== null };
  });
}
