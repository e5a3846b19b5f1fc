import { hasOptions, type Draft } from './draft';
import { typedNumber } from './draft-content';

/** Something to mend before a draft can be stored. `place` is the path in the question's schema. */
export interface DraftProblem {
  readonly place: string;
  readonly code:
    | 'stem_short'
    | 'category_missing'
    | 'option_empty'
    | 'options_few'
    | 'options_alike'
    | 'right_missing'
    | 'right_all'
    | 'truth_missing'
    | 'range_none'
    | 'range_backwards'
    | 'blank_empty'
    | 'blanks_differ'
    | 'picture_missing'
    | 'zones_missing'
    | 'zones_many'
    | 'label_missing'
    | 'labels_alike'
    | 'clicks_few'
    | 'source_missing'
    | 'source_twice'
    | 'time_range'
    | 'days_backwards';
  readonly count?: number;
}

const BLANK = /[_＿]{2,}/g;

/** How many blanks (two or more low lines) a stem has. */
export const blanksIn = (stem: string): number => stem.match(BLANK)?.length ?? 0;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');

export function problemsOf(draft: Draft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.stem.trim().length < 2) problems.push({ place: 'stem', code: 'stem_short' });
  problems.push(...answerProblems(draft));
  draft.citations.forEach(({ source, locator }, n) => {
    if (source === '') problems.push({ place: `citations.${n}`, code: 'source_missing' });
    const isTwice = draft.citations
      .slice(0, n)
      .some((other) => source !== '' && other.source === source && other.locator.trim() === locator.trim());
    if (isTwice) problems.push({ place: `citations.${n}`, code: 'source_twice' });
  });
  if (draft.category === '') problems.push({ place: 'category', code: 'category_missing' });
  if (draft.timeLimitSec !== null && (draft.timeLimitSec < 5 || draft.timeLimitSec > 600)) {
    problems.push({ place: 'timeLimitSec', code: 'time_range' });
  }
  if (draft.validFrom !== '' && draft.validTo !== '' && draft.validTo < draft.validFrom) {
    problems.push({ place: 'validTo', code: 'days_backwards' });
  }
  return problems;
}

function answerProblems(draft: Draft): DraftProblem[] {
  if (hasOptions(draft.kind)) return optionProblems(draft);
  switch (draft.kind) {
    case 'boolean':
      return draft.truth === null ? [{ place: 'answer', code: 'truth_missing' }] : [];
    case 'numeric':
      return draft.ranges.flatMap(rangeProblems);
    case 'text':
      return textProblems(draft);
    default:
      return hotspotProblems(draft);
  }
}

function optionProblems({ kind, options, right }: Draft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (options.length < 2) problems.push({ place: 'options', code: 'options_few' });
  const seen = new Set<string>();
  options.forEach(({ text, media }, n) => {
    const key = `${plain(text)} ${media ?? ''}`;
    if (text.trim() === '') problems.push({ place: `options.${n}`, code: 'option_empty' });
    else if (seen.has(key)) problems.push({ place: `options.${n}`, code: 'options_alike' });
    seen.add(key);
  });
  if (kind === 'ordering') return problems;
  if (right.length === 0) problems.push({ place: 'answer', code: 'right_missing' });
  if (kind === 'multiple' && right.length === options.length) problems.push({ place: 'answer', code: 'right_all' });
  return problems;
}

function rangeProblems({ min, max }: Draft['ranges'][number], n: number): DraftProblem[] {
  const place = `answer.accept.${n}`;
  const given = [min, max].filter((text) => text.trim() !== '').map(typedNumber);
  if (given.length === 0 || given.some(Number.isNaN)) return [{ place, code: 'range_none' }];
  const [from = 0, to = from] = given;
  return from > to ? [{ place, code: 'range_backwards' }] : [];
}

function textProblems({ blanks, stem }: Draft): DraftProblem[] {
  const problems = blanks.flatMap((writings, n): DraftProblem[] =>
    writings.every((writing) => writing.trim() === '') ? [{ place: `answer.blanks.${n}`, code: 'blank_empty' }] : [],
  );
  const count = blanksIn(stem);
  if (count !== blanks.length) problems.push({ place: 'stem', code: 'blanks_differ', count });
  return problems;
}

function hotspotProblems({ media, zones, mode, maxClicks }: Draft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (media.length === 0) problems.push({ place: 'media', code: 'picture_missing' });
  const right = zones.filter(({ isRight }) => isRight).length;
  if (right === 0) problems.push({ place: 'answer.regions', code: 'zones_missing' });
  if (right > 15 || zones.length - right > 15) problems.push({ place: 'answer.regions', code: 'zones_many' });
  const seen = new Set<string>();
  for (const { id, label } of zones) {
    const key = plain(label);
    if (label.trim() === '') problems.push({ place: `zone.${id}`, code: 'label_missing' });
    else if (seen.has(key)) problems.push({ place: `zone.${id}`, code: 'labels_alike' });
    seen.add(key);
  }
  if (mode === 'find-all' && maxClicks !== null && maxClicks < right) {
    problems.push({ place: 'answer.maxClicks', code: 'clicks_few', count: right });
  }
  return problems;
}
