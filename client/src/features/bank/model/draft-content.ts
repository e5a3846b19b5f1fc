import type { QuestionContent, Question, Region } from './bank-types';
import { newDraft, type Draft, type DraftZone } from './draft';

/** Between a question of the bank and the draft that its form edits. */

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** "1,5" as people type it; NaN when it is no number. */
export function typedNumber(text: string): number {
  const plain = text.normalize('NFKC').replace(/[−–—]/g, '-').replace(/[,，]/g, '.').trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** What is sent. Expects a draft without problems; parts of other kinds stay behind. */
export function contentOf(draft: Draft): QuestionContent {
  const common = {
    stem: draft.stem.trim(),
    explanation: filled(draft.explanation),
    difficulty: draft.difficulty,
    category: draft.category,
    tags: draft.tags.length > 0 ? draft.tags : undefined,
    timeLimitSec: draft.timeLimitSec ?? undefined,
    citations: draft.citations.map(({ source, locator, checkedOn }) =>
      clean({ source, locator: filled(locator), checkedOn: filled(checkedOn) }),
    ),
    validFrom: filled(draft.validFrom),
    validTo: filled(draft.validTo),
    translations: draft.translations ?? undefined,
  };
  return clean({ ...common, ...answerPart(draft) });
}

function answerPart(draft: Draft) {
  const media = draft.media.length > 0 ? draft.media : undefined;
  const options = draft.options.map((option) =>
    clean({
      id: option.id,
      text: option.text.trim(),
      media: option.media ?? undefined,
      feedback: filled(option.feedback),
      pinned: option.isPinned ? true : undefined,
    }),
  );
  switch (draft.kind) {
    case 'single':
      return { type: draft.kind, media, options, answer: { option: draft.right[0] ?? '' } };
    case 'multiple': {
      const right = draft.options.map(({ id }) => id).filter((id) => draft.right.includes(id));
      const scoring = draft.multipleScoring === 'exact' ? undefined : draft.multipleScoring;
      return { type: draft.kind, media, options, answer: clean({ options: right, scoring }) };
    }
    case 'boolean':
      return { type: draft.kind, media, answer: { value: draft.truth ?? false } };
    case 'ordering': {
      const scoring = draft.orderingScoring === 'exact' ? undefined : draft.orderingScoring;
      return { type: draft.kind, media, options, answer: clean({ order: draft.order, scoring }) };
    }
    case 'numeric': {
      const accept = draft.ranges.map(rangeOf);
      return {
        type: draft.kind,
        media,
        answer: clean({ accept, unit: filled(draft.unit), decimals: draft.decimals ?? undefined }),
      };
    }
    case 'text': {
      const blanks = draft.blanks.map((writings) => ({
        accept: writings.map((writing) => writing.trim()).filter((writing) => writing !== ''),
      }));
      return { type: draft.kind, media, answer: clean({ blanks, anyOrder: draft.isAnyOrder ? true : undefined }) };
    }
    case 'hotspot':
      return { type: draft.kind, media: draft.media.slice(0, 1), answer: hotspotAnswer(draft) };
  }
}

/** One number is the range from it to itself. */
function rangeOf({ min, max }: Draft['ranges'][number]) {
  const from = typedNumber(min.trim() === '' ? max : min);
  return { min: from, max: typedNumber(max.trim() === '' ? min : max) };
}

function hotspotAnswer({ mode, zones, maxClicks, tolerance }: Draft) {
  const decoys = zones.filter(({ isRight }) => !isRight).map(regionOf);
  return clean({
    mode,
    regions: zones.filter(({ isRight }) => isRight).map(regionOf),
    decoys: decoys.length > 0 ? decoys : undefined,
    maxClicks: maxClicks ?? undefined,
    tolerance: tolerance === null || tolerance === 0 ? undefined : tolerance / 100,
  });
}

export function regionOf({ isRight: _, feedback, label, ...zone }: DraftZone): Region {
  return clean({ ...zone, label: label.trim(), feedback: filled(feedback) });
}

export function draftOf(question: Question | QuestionContent): Draft {
  const { citations, translations } = question;
  return {
    ...newDraft(question.category, question.type),
    stem: question.stem,
    media: question.media ?? [],
    explanation: question.explanation ?? '',
    difficulty: question.difficulty,
    tags: question.tags ?? [],
    timeLimitSec: question.timeLimitSec ?? null,
    citations: citations.map(({ source, locator = '', checkedOn = '' }) => ({ source, locator, checkedOn })),
    validFrom: question.validFrom ?? '',
    validTo: question.validTo ?? '',
    translations: translations ?? null,
    ...('options' in question ? optionsPart(question.options) : {}),
    ...keyPart(question),
  };
}

function optionsPart(options: Extract<Question, { options: unknown }>['options']): Partial<Draft> {
  return {
    options: options.map(({ id, text, feedback = '', pinned = false, media = null }) => ({
      id,
      text,
      feedback,
      isPinned: pinned,
      media,
    })),
    order: options.map(({ id }) => id),
  };
}

function keyPart(question: Question | QuestionContent): Partial<Draft> {
  switch (question.type) {
    case 'single':
      return { right: [question.answer.option] };
    case 'multiple':
      return { right: question.answer.options, multipleScoring: question.answer.scoring ?? 'exact' };
    case 'boolean':
      return { truth: question.answer.value };
    case 'ordering':
      return { order: question.answer.order, orderingScoring: question.answer.scoring ?? 'exact' };
    case 'numeric':
      return {
        ranges: question.answer.accept.map(({ min, max }) => ({
          min: String(min),
          // A single number is written once.
          max: min === max ? '' : String(max),
        })),
        unit: question.answer.unit ?? '',
        decimals: question.answer.decimals ?? null,
      };
    case 'text':
      return {
        blanks: question.answer.blanks.map(({ accept }) => accept),
        isAnyOrder: question.answer.anyOrder ?? false,
      };
    case 'hotspot': {
      const { mode, regions, decoys = [], maxClicks, tolerance } = question.answer;
      return {
        mode,
        zones: [...regions.map((region) => zoneOf(region, true)), ...decoys.map((region) => zoneOf(region, false))],
        maxClicks: maxClicks ?? null,
        tolerance: tolerance === undefined ? null : Math.round(tolerance * 1000) / 10,
      };
    }
  }
}

function zoneOf(region: Region, isRight: boolean): DraftZone {
  return { ...region, feedback: region.feedback ?? '', isRight };
}

/** Without the keys whose value is undefined: unknown and empty keys are refused alike. */
function clean<T extends object>(source: T): T {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined)) as T;
}
