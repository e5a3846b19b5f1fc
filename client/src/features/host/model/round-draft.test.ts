import { describe, expect, it } from '@jest/globals';
import type { BankQuestion, QuestionSetSummary } from '@anquanli/contract/question-bank';
import { RoundSettings } from '@anquanli/contract/rounds';
import { problemOf, problemsOf } from './draft-problems';
import {
  availableFor,
  draftFrom,
  estimatedMinutes,
  newDraft,
  preferredSet,
  type RoundDraft,
  settingsFrom,
} from './round-draft';

function aSet(change: Partial<QuestionSetSummary> = {}): QuestionSetSummary {
  return {
    setId: 'safety-basics',
    version: '1.0.0',
    title: '安全知识',
    description: '',
    status: 'released',
    isLatest: true,
    questionCount: 80,
    categories: [],
    difficulties: [],
    kinds: [],
    ...change,
  };
}

function aQuestion(change: Partial<BankQuestion> = {}): BankQuestion {
  return {
    id: 'q_00000000000000000000000001',
    rev: 1,
    kind: 'single',
    stem: '题干',
    options: [],
    media: [],
    key: { kind: 'single', option: 'a' },
    explanation: '',
    citations: [],
    difficulty: 2,
    category: 'fire',
    ...change,
  };
}

const aDraft = (change: Partial<RoundDraft> = {}): RoundDraft => ({ ...newDraft('现场答题', [aSet()]), ...change });
const fieldsAtFault = (draft: RoundDraft, available: number | null = 80) =>
  problemsOf(draft, available).map((problem) => problem.field);

describe('a new round', () => {
  it('can be sent as it is', () => {
    expect(problemsOf(aDraft(), 80)).toEqual([]);
    expect(RoundSettings.parse(settingsFrom(aDraft()))).toMatchObject({ pick: { by: 'rule', count: 10 } });
  });

  it('asks for no more questions than a small set has', () => {
    expect(newDraft('x', [aSet({ questionCount: 6 })]).rule.count).toBe(6);
  });

  it('takes the largest released latest set', () => {
    const sets = [
      aSet({ setId: 'small', questionCount: 12 }),
      aSet({ setId: 'large', questionCount: 90 }),
      aSet({ setId: 'old', questionCount: 400, isLatest: false }),
      aSet({ setId: 'withdrawn', questionCount: 500, status: 'withdrawn' }),
    ];
    expect(preferredSet(sets)?.setId).toBe('large');
    expect(preferredSet([])).toBeNull();
  });
});

describe('settings and draft', () => {
  it.each<[string, Partial<RoundDraft>]>([
    ['by rule', { rule: { count: 5, categories: ['fire'], difficulties: [1, 2] } }],
    [
      'by hand',
      {
        pickBy: 'hand',
        questionIds: ['q_00000000000000000000000001'],
        rule: { count: 1, categories: [], difficulties: [] },
      },
    ],
    ['without a time limit', { isTimed: false }],
    ['with a seat limit', { hasSeatLimit: true, seatLimit: 60 }],
  ])('come back the same: %s', (_, change) => {
    const settings = settingsFrom(aDraft(change));
    expect(settingsFrom(draftFrom(settings))).toEqual(settings);
  });
});

describe('availableFor', () => {
  const questions = [
    aQuestion(),
    aQuestion({ difficulty: 4 }),
    aQuestion({ category: 'gas' }),
    aQuestion({ kind: 'ordering' }),
  ];

  it('counts questions of the chosen categories and difficulties together', () => {
    expect(availableFor({ count: 1, categories: [], difficulties: [] }, questions)).toBe(4);
    expect(availableFor({ count: 1, categories: ['fire'], difficulties: [] }, questions)).toBe(3);
    expect(availableFor({ count: 1, categories: ['fire'], difficulties: [2] }, questions)).toBe(2);
  });
});

describe('problemsOf', () => {
  it('finds a title that is missing or too long', () => {
    expect(fieldsAtFault(aDraft({ title: '  ' }))).toEqual(['title']);
    expect(fieldsAtFault(aDraft({ title: '安'.repeat(61) }))).toEqual(['title']);
  });

  it('compares the rule with what is available', () => {
    const draft = aDraft({ rule: { count: 30, categories: [], difficulties: [] } });
    expect(problemsOf(draft, 12)).toEqual([{ field: 'questions', kind: 'questions_few', available: 12 }]);
    expect(problemsOf(draft, null)).toEqual([]);
  });

  it('wants at least one and at most a hundred questions by hand', () => {
    expect(fieldsAtFault(aDraft({ pickBy: 'hand' }))).toEqual(['questions']);
    const many = Array.from({ length: 101 }, (_, index) => `q_${index}`);
    expect(fieldsAtFault(aDraft({ pickBy: 'hand', questionIds: many }))).toEqual(['questions']);
  });

  it('refuses speed scoring without a time limit and ignores the seconds then', () => {
    expect(fieldsAtFault(aDraft({ isTimed: false, scoring: 'speed', seconds: null }))).toEqual(['scoring']);
  });

  it.each<[Partial<RoundDraft>, string]>([
    [{ seconds: 4 }, 'seconds'],
    [{ seconds: 241 }, 'seconds'],
    [{ seconds: null }, 'seconds'],
    [{ hasSeatLimit: true, seatLimit: 0 }, 'seatLimit'],
    [{ revealSeconds: 1 }, 'revealSeconds'],
    [{ retentionDays: 4_000 }, 'retentionDays'],
  ])('finds the number out of range in %j', (change, field) => {
    expect(fieldsAtFault(aDraft(change))).toEqual([field]);
  });
});

describe('problemOf', () => {
  it('puts a refusal at the field its path names', () => {
    expect(problemOf({ ok: false, code: 'invalid_input', details: { path: 'autopilot.revealSeconds' } })?.field).toBe(
      'revealSeconds',
    );
    expect(problemOf({ ok: false, code: 'invalid_input', details: { path: 'pick.questionIds.3' } })?.field).toBe(
      'questions',
    );
  });

  it('carries how many questions there are', () => {
    const refusal = { ok: false as const, code: 'not_enough_questions' as const, details: { available: 7 } };
    expect(problemOf(refusal)).toEqual({ field: 'questions', kind: 'questions_few', available: 7 });
  });

  it('leaves a refusal without a field to the page', () => {
    expect(problemOf({ ok: false, code: 'server_busy' })).toBeNull();
  });
});

describe('estimatedMinutes', () => {
  it('adds getting ready, answering and the talk between', () => {
    expect(estimatedMinutes(aDraft())).toBe(7);
    expect(estimatedMinutes(aDraft({ isTimed: false }))).toBeNull();
  });
});
