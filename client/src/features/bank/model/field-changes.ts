import { letterOf } from '../../../ui/Glyph';
import type { Question, QuestionContent, Region } from './bank-types';

/** What differs between two states of a question, field by field, as lines of text to lay side by side. */
export interface FieldChange {
  readonly field: QuestionField;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export const QUESTION_FIELDS = [
  'status',
  'type',
  'stem',
  'media',
  'options',
  'answer',
  'explanation',
  'citations',
  'category',
  'difficulty',
  'tags',
  'timeLimitSec',
  'validFrom',
  'validTo',
  'deprecation',
  'supersedes',
  'checks',
  'translations',
  'provenance',
] as const;
export type QuestionField = (typeof QUESTION_FIELDS)[number];

/** Texts of values that have none of their own. */
export interface ValueWords {
  truth(value: boolean): string;
  status(status: Question['status']): string;
  kind(kind: Question['type']): string;
  category(id: string): string;
  source(id: string): string;
  check(kind: string, agrees: boolean): string;
  reason(reason: string): string;
  readonly pinned: string;
}

type Whole = Question | QuestionContent;

export function fieldChanges(before: Whole, after: Whole, say: ValueWords): FieldChange[] {
  return QUESTION_FIELDS.flatMap((field) => {
    const [old, now] = [linesOf(before, field, say), linesOf(after, field, say)];
    return old.join('\n') === now.join('\n') ? [] : [{ field, before: old, after: now }];
  });
}

function linesOf(question: Whole, field: QuestionField, say: ValueWords): string[] {
  switch (field) {
    case 'type':
      return [say.kind(question.type)];
    case 'options':
      return 'options' in question ? question.options.map((option, index) => optionLine(option, index, say)) : [];
    case 'answer':
      return answerLines(question, say);
    case 'citations':
      return question.citations.map(({ source, locator, checkedOn }) =>
        [say.source(source), locator, checkedOn].filter(Boolean).join(' '),
      );
    case 'category':
      return [say.category(question.category)];
    case 'tags':
    case 'media':
      return question[field] ?? [];
    case 'stem':
    case 'explanation':
    case 'difficulty':
    case 'timeLimitSec':
    case 'validFrom':
    case 'validTo':
      return [question[field] ?? ''].map(String).filter((text) => text !== '');
    case 'translations':
      return Object.entries(question.translations ?? {}).map(([locale, each]) => `${locale}: ${JSON.stringify(each)}`);
    default:
      return 'id' in question ? recordLines(question, field, say) : [];
  }
}

function recordLines(question: Question, field: QuestionField, say: ValueWords): string[] {
  switch (field) {
    case 'status':
      return [say.status(question.status)];
    case 'supersedes':
      return question.supersedes ?? [];
    case 'checks':
      return (question.checks ?? []).map(({ kind, on, result, note }) =>
        [say.check(kind, result === 'agrees'), on, note].filter(Boolean).join(' '),
      );
    case 'deprecation': {
      const { deprecation } = question;
      return deprecation === undefined
        ? []
        : [say.reason(deprecation.reason), deprecation.since, deprecation.note, deprecation.replacedBy].filter(
            (text): text is string => text !== undefined,
          );
    }
    case 'provenance':
      return [question.provenance?.origin, question.provenance?.file].filter((text) => text !== undefined);
    default:
      return [];
  }
}

type WithOptions = Extract<Question, { options: unknown }>;

function optionLine(option: WithOptions['options'][number], index: number, say: ValueWords): string {
  const { text, feedback, pinned, media } = option;
  return [`${letterOf(index)}. ${text}`, media && `[${media}]`, pinned && say.pinned, feedback && `— ${feedback}`]
    .filter(Boolean)
    .join(' ');
}

function answerLines(question: Whole, say: ValueWords): string[] {
  switch (question.type) {
    case 'single':
      return [optionNamed(question, question.answer.option)];
    case 'multiple':
      return [...question.answer.options.map((id) => optionNamed(question, id)), ...extra(question.answer.scoring)];
    case 'boolean':
      return [say.truth(question.answer.value)];
    case 'ordering':
      return [
        ...question.answer.order.map((id, n) => `${n + 1}. ${optionNamed(question, id)}`),
        ...extra(question.answer.scoring),
      ];
    case 'numeric':
      return question.answer.accept.map(({ min, max }) =>
        [min === max ? String(min) : `${min} – ${max}`, question.answer.unit].filter(Boolean).join(' '),
      );
    case 'text':
      return question.answer.blanks.map(({ accept }, n) => `${n + 1}. ${accept.join(' / ')}`);
    case 'hotspot':
      return [
        ...question.answer.regions.map((region) => `✓ ${regionLine(region)}`),
        ...(question.answer.decoys ?? []).map((region) => `✗ ${regionLine(region)}`),
        ...extra(question.answer.mode),
        ...extra(question.answer.maxClicks),
        ...extra(question.answer.tolerance),
      ];
  }
}

const extra = (value: string | number | undefined): string[] => (value === undefined ? [] : [String(value)]);

function optionNamed(question: Extract<Whole, { options: unknown }>, id: string): string {
  const index = question.options.findIndex((option) => option.id === id);
  return index < 0 ? id : `${letterOf(index)} ${question.options[index]?.text ?? ''}`;
}

function regionLine(region: Region): string {
  const percent = (value: number) => `${Math.round(value * 100)}`;
  const at = ([x, y]: readonly [number, number]) => `${percent(x)},${percent(y)}`;
  switch (region.shape) {
    case 'rect':
      return `${region.label} □ ${at(region.from)} – ${at(region.to)}`;
    case 'circle':
      return `${region.label} ○ ${at(region.center)} r${percent(region.r)}`;
    case 'poly':
      return `${region.label} △ ${region.points.map(at).join(' ')}`;
  }
}
