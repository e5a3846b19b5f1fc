import type { SheetMapping } from '@anquanli/contract/bank-imports';

/** Meanings that are offered for a column, the usual ones first. */
const PLAIN = [
  'type',
  'stem',
  'options',
  'answer',
  'explanation',
  'category',
  'difficulty',
  'source',
  'tags',
  'unit',
  'time-limit',
  'number',
  'id',
  'score',
  'status',
] as const;
const OF_OPTION_ROWS = ['option', 'option-letter', 'option-correct'] as const;
const PLACES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export type PlainMeaning = (typeof PLAIN)[number] | (typeof OF_OPTION_ROWS)[number] | 'ignored' | 'block';

/** Key of the words for a meaning: the numbered ones share theirs and differ by a letter. */
export type MeaningName =
  | { readonly key: `meaning_${PlainMeaning}`; readonly letter: null }
  | { readonly key: 'meaning_option_at' | 'meaning_correct_at'; readonly letter: string };

export function meaningName(meaning: string): MeaningName {
  const numbered = /^(option|correct)-(\d+)$/.exec(meaning);
  const place = Number(numbered?.[2]);
  if (numbered !== null && place >= 1) {
    const key = numbered[1] === 'option' ? 'meaning_option_at' : 'meaning_correct_at';
    return { key, letter: String.fromCharCode(64 + place) };
  }
  return { key: `meaning_${isPlain(meaning) ? meaning : 'ignored'}`, letter: null };
}

function isPlain(meaning: string): meaning is PlainMeaning {
  return [...PLAIN, ...OF_OPTION_ROWS, 'ignored', 'block'].some((each) => each === meaning);
}

/** What a column of a sheet may mean, in the order of a list to choose from. */
export function meaningsFor(layout: SheetMapping['layout']): readonly string[] {
  if (layout === 'option-rows') {
    return [...PLAIN.filter((meaning) => meaning !== 'options'), ...OF_OPTION_ROWS, 'ignored'];
  }
  const options = PLACES.map((place) => `option-${place}`);
  const [type, stem, joined, ...others] = PLAIN;
  const flags = PLACES.map((place) => `correct-${place}`);
  return [type, stem, ...options, joined, ...others, ...flags, 'ignored'];
}

/** Several columns may be left out; any other meaning stands once. */
export function isRepeatable(meaning: string): boolean {
  return meaning === 'ignored' || meaning === 'option-letter';
}

/** Without these nothing can be asked: named first when no column has them. */
export function missingMeanings(sheet: SheetMapping): ('stem' | 'answer')[] {
  const has = (test: (meaning: string) => boolean) => sheet.columns.some(({ meaning }) => test(meaning));
  const hasAnswer = has((meaning) => meaning === 'answer' || /^(correct-\d+|option-correct)$/.test(meaning));
  return [
    ...(has((meaning) => meaning === 'stem') ? [] : (['stem'] as const)),
    ...(hasAnswer ? [] : (['answer'] as const)),
  ];
}
