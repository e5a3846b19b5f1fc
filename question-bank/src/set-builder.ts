import type { Question, QuestionOf, QuestionSet } from './schema.js';
import type { SetUnderCheck } from './set-under-check.js';

/** Builders for tests: everything has a sound default, a test says only what it is about. */

/** The n-th question id of tests. */
export function anId(n: number): string {
  return `q_${String(n).padStart(26, '0')}`;
}

export function aSingle(changes: Partial<QuestionOf<'single'>> = {}): QuestionOf<'single'> {
  return {
    id: anId(1),
    rev: 1,
    type: 'single',
    status: 'approved',
    stem: '油锅起火时应当怎么做？',
    options: [
      { id: 'a', text: '盖上锅盖并关火' },
      { id: 'b', text: '马上往锅里浇水' },
      { id: 'c', text: '端起锅跑到室外' },
      { id: 'd', text: '打开油烟机排烟' },
    ],
    answer: { option: 'a' },
    explanation: '隔绝空气火就会熄灭，浇水会使热油飞溅。',
    difficulty: 1,
    category: 'fire',
    citations: [{ source: 'xff-2021', checkedOn: '2026-11-23' }],
    checks: [
      { kind: 'source-text', on: '2026-11-23', result: 'agrees' },
      { kind: 'independent-answer', on: '2026-11-23', result: 'agrees' },
    ],
    ...changes,
  };
}

const { options: _options, answer: _answer, type: _type, ...plain } = aSingle();

export function aMultiple(changes: Partial<QuestionOf<'multiple'>> = {}): QuestionOf<'multiple'> {
  return { ...aSingle(), type: 'multiple', answer: { options: ['a', 'c'] }, ...changes };
}

export function aBoolean(changes: Partial<QuestionOf<'boolean'>> = {}): QuestionOf<'boolean'> {
  return { ...plain, type: 'boolean', answer: { value: true }, ...changes };
}

export function anOrdering(changes: Partial<QuestionOf<'ordering'>> = {}): QuestionOf<'ordering'> {
  return { ...aSingle(), type: 'ordering', answer: { order: ['c', 'a', 'b', 'd'] }, ...changes };
}

export function aNumeric(changes: Partial<QuestionOf<'numeric'>> = {}): QuestionOf<'numeric'> {
  return { ...plain, type: 'numeric', answer: { accept: [{ min: 2, max: 2 }], unit: '米', decimals: 0 }, ...changes };
}

export function aText(changes: Partial<QuestionOf<'text'>> = {}): QuestionOf<'text'> {
  return { ...plain, type: 'text', stem: '火警电话是____。', answer: { blanks: [{ accept: ['119'] }] }, ...changes };
}

export function aHotspot(changes: Partial<QuestionOf<'hotspot'>> = {}): QuestionOf<'hotspot'> {
  return {
    ...plain,
    type: 'hotspot',
    stem: '找出图中的隐患。',
    media: ['site'],
    answer: {
      mode: 'find-all',
      regions: [
        { id: 'r1', shape: 'rect', from: [0.1, 0.1], to: [0.2, 0.3], label: '洞口没有盖板' },
        { id: 'r2', shape: 'circle', center: [0.5, 0.5], r: 0.05, label: '没有系安全带' },
      ],
      decoys: [
        {
          id: 'd1',
          shape: 'poly',
          points: [
            [0.7, 0.7],
            [0.8, 0.7],
            [0.7, 0.8],
          ],
          label: '摆好的灭火器',
        },
      ],
    },
    ...changes,
  };
}

export function everyKind(): Question[] {
  return [aSingle(), aMultiple(), aBoolean(), anOrdering(), aNumeric(), aText(), aHotspot()].map((question, n) => ({
    ...question,
    id: anId(n + 1),
  }));
}

export function aSet(questions: Question[], changes: Partial<QuestionSet> = {}): QuestionSet {
  return {
    formatVersion: 1,
    id: 'a-set',
    version: '0.0.0',
    status: 'draft',
    locale: 'zh-CN',
    title: '题库',
    description: '',
    licence: 'CC-BY-4.0',
    legalBasisDate: '2026-11-23',
    categories: [{ id: 'fire', title: '消防安全' }],
    sources: [
      {
        id: 'xff-2021',
        kind: 'law',
        title: '消防法',
        effectiveFrom: '2021-04-29',
        effectiveTo: null,
        status: 'in-force',
      },
    ],
    media: [
      {
        id: 'site',
        path: 'media/site.webp',
        mime: 'image/webp',
        sha256: `sha256:${'0'.repeat(64)}`,
        bytes: 1,
        alt: '施工现场',
      },
    ],
    questions,
    ...changes,
  };
}

export function underCheck(questions: Question[], changes: Partial<QuestionSet> = {}): SetUnderCheck {
  return { set: aSet(questions, changes), setFile: 'sets/a-set/set.json', fileOf: new Map() };
}
