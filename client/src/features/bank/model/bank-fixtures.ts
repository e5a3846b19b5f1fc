import type { BankMedia, BankProblem, DeskQuestion } from '@anquanli/contract/bank';
import type { Question } from './bank-types';
import { newDraft, type Draft } from './draft';

/** Values for tests, whole but for what a test says. */

export const MEDIUM: BankMedia = {
  id: 'scene',
  path: 'media/scene.webp',
  mime: 'image/webp',
  sha256: 'ab12',
  bytes: 7_000,
  width: 960,
  height: 600,
  alt: '工地一角',
  usedBy: 1,
};

const RECORD = {
  id: 'q_01m8arg55mngwf7b156f24h3wd',
  rev: 1,
  status: 'in-review' as const,
};
const COMMON = {
  stem: '安全帽的帽带怎样系？',
  difficulty: 2,
  category: 'construction',
  citations: [{ source: 'aqscf-2021', locator: '第五十七条' }],
  explanation: '系紧才不会掉。',
};

export function aSingle(change: Partial<Extract<Question, { type: 'single' }>> = {}): Question {
  return {
    ...RECORD,
    ...COMMON,
    type: 'single',
    options: [
      { id: 'a', text: '系紧' },
      { id: 'b', text: '松着' },
    ],
    answer: { option: 'a' },
    ...change,
  };
}

/** One question of each kind, with every field of its kind. */
export const ALL_KINDS: readonly Question[] = [
  aSingle({ tags: ['安全帽'], timeLimitSec: 20, validFrom: '2026-01-01' }),
  {
    ...RECORD,
    ...COMMON,
    type: 'multiple',
    options: [
      { id: 'a', text: '防滑垫', feedback: '对' },
      { id: 'b', text: '裂纹' },
      { id: 'c', text: '以上都对', pinned: true },
    ],
    answer: { options: ['a', 'b'], scoring: 'partial-no-wrong' },
  },
  { ...RECORD, ...COMMON, type: 'boolean', media: ['scene'], answer: { value: false } },
  {
    ...RECORD,
    ...COMMON,
    type: 'ordering',
    options: [
      { id: 'a', text: '呼救' },
      { id: 'b', text: '断电' },
    ],
    answer: { order: ['b', 'a'], scoring: 'adjacent-pairs' },
  },
  {
    ...RECORD,
    ...COMMON,
    type: 'numeric',
    answer: { accept: [{ min: 2, max: 2.5 }], unit: '米', decimals: 1 },
  },
  {
    ...RECORD,
    ...COMMON,
    type: 'text',
    stem: '____为主',
    answer: { blanks: [{ accept: ['预防', '防'] }], anyOrder: true },
  },
  {
    ...RECORD,
    ...COMMON,
    type: 'hotspot',
    media: ['scene'],
    answer: {
      mode: 'find-all',
      regions: [
        { id: 'z1', label: '配电箱', shape: 'rect', from: [0.1, 0.2], to: [0.3, 0.6] },
        { id: 'z2', label: '灭火器', shape: 'circle', center: [0.7, 0.7], r: 0.1, feedback: '挡住了' },
      ],
      decoys: [
        {
          id: 'z3',
          label: '梯子',
          shape: 'poly',
          points: [
            [0.4, 0.1],
            [0.6, 0.1],
            [0.5, 0.8],
          ],
        },
      ],
      maxClicks: 4,
      tolerance: 0.02,
    },
  },
];

export function aDraft(change: Partial<Draft> = {}): Draft {
  const draft = newDraft('construction');
  const texts = ['系紧', '松着', '不系', '塞进去'];
  return {
    ...draft,
    stem: '安全帽的帽带怎样系？',
    options: draft.options.map((option, index) => ({ ...option, text: texts[index] ?? '' })),
    right: ['a'],
    ...change,
  };
}

export function aProblem(change: Partial<BankProblem> = {}): BankProblem {
  return { code: 'check_missing', questionId: null, path: 'checks', found: '', remedy: '', ...change };
}

export function aDesk(question: Question = aSingle(), change: Partial<DeskQuestion> = {}): DeskQuestion {
  return {
    setId: 'site-2',
    version: 3,
    question,
    created: { at: 0, by: '王主任' },
    updated: { at: 0, by: '王主任' },
    released: null,
    citesChangedSource: false,
    problems: [],
    missing: [],
    ...change,
  };
}
