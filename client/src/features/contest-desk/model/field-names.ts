import type { editorWords } from '../words-editor';

const NAMES = {
  title: 'title',
  timeZone: 'timeZone',
  firstDay: 'firstDay',
  lastDay: 'lastDay',
  hours: 'hours',
  audience: 'audience',
  sets: 'sets',
  blueprint: 'blueprint',
  limitSeconds: 'totalTime',
  attemptsADay: 'attemptsADay',
  counting: 'counting',
  points: 'rule',
  perRight: 'perRight',
  atLeast: 'atLeast',
  reached: 'reached',
  otherwise: 'otherwise',
  fullBonus: 'fullBonus',
  feedback: 'feedback',
  passPercent: 'passPercent',
  practice: 'practice',
  practiceADay: 'practiceADay',
  eraseAfterDays: 'erase',
} as const satisfies Record<string, keyof (typeof editorWords)['zh']>;
type Field = keyof typeof NAMES;
type Word = (typeof NAMES)[Field];

/** The word for a field of a draft, or for the field that a refusal names (`settings.points.atLeast`); null for none. */
export function fieldNameOf(path: string): Word | null {
  const parts = path
    .replace(/^body\./, '')
    .replace(/^settings\./, '')
    .split('.');
  const found = [...parts].reverse().find((part): part is Field => part in NAMES);
  return found === undefined ? null : NAMES[found];
}
