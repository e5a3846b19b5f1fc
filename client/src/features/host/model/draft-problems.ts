import type { Refusal } from '@anquanli/contract/error';
import { LIMITS, type ErrorCode } from '@anquanli/contract/vocabulary';
import type { RoundDraft } from './round-draft';

/** A field of the editor that can be at fault. */
export const FIELDS = [
  'title',
  'set',
  'questions',
  'seconds',
  'scoring',
  'seatLimit',
  'closedSeconds',
  'revealSeconds',
  'leaderboardSeconds',
  'retentionDays',
] as const;
export type DraftField = (typeof FIELDS)[number];

/** What is wrong; each value is a key of the words, `range` speaks of minimum and maximum. */
export type ProblemKind =
  | 'title_missing'
  | 'title_long'
  | 'set_missing'
  | 'questions_missing'
  | 'questions_many'
  | 'questions_few'
  | 'questions_gone'
  | 'speed_untimed'
  | 'range'
  | 'refused';

export interface Problem {
  readonly field: DraftField;
  readonly kind: ProblemKind;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly available?: number;
}

/** What keeps the draft from being sent, in the order of the form. `available` is null until the set is read. */
export function problemsOf(draft: RoundDraft, available: number | null): Problem[] {
  const problems: Problem[] = [];
  const title = draft.title.trim();
  if (title === '') problems.push({ field: 'title', kind: 'title_missing' });
  if (title.length > LIMITS.titleChars) {
    problems.push({ field: 'title', kind: 'title_long', maximum: LIMITS.titleChars });
  }
  if (draft.setId === '') problems.push({ field: 'set', kind: 'set_missing' });
  problems.push(...questionProblems(draft, available));
  if (draft.isTimed) checkRange('seconds', draft.seconds, LIMITS.secondsPerQuestion);
  else if (draft.scoring === 'speed') problems.push({ field: 'scoring', kind: 'speed_untimed' });
  if (draft.hasSeatLimit) checkRange('seatLimit', draft.seatLimit, { min: 1, max: LIMITS.seatsPerRound });
  checkRange('closedSeconds', draft.closedSeconds, LIMITS.autopilotSeconds);
  checkRange('revealSeconds', draft.revealSeconds, LIMITS.autopilotSeconds);
  checkRange('leaderboardSeconds', draft.leaderboardSeconds, LIMITS.autopilotSeconds);
  checkRange('retentionDays', draft.retentionDays, LIMITS.retentionDays);
  return problems;

  function checkRange(field: DraftField, value: number | null, { min, max }: { min: number; max: number }): void {
    if (value === null || !Number.isInteger(value) || value < min || value > max) {
      problems.push({ field, kind: 'range', minimum: min, maximum: max });
    }
  }
}

function questionProblems(draft: RoundDraft, available: number | null): Problem[] {
  const { min, max } = LIMITS.questionsPerRound;
  if (draft.pickBy === 'hand') {
    if (draft.questionIds.length < min) return [{ field: 'questions', kind: 'questions_missing' }];
    if (draft.questionIds.length > max) return [{ field: 'questions', kind: 'questions_many', maximum: max }];
    return [];
  }
  const { count } = draft.rule;
  if (count === null || !Number.isInteger(count) || count < min || count > max) {
    return [{ field: 'questions', kind: 'range', minimum: min, maximum: max }];
  }
  if (available !== null && count > available) return [{ field: 'questions', kind: 'questions_few', available }];
  return [];
}

const FIELD_OF_CODE: Partial<Record<ErrorCode, { field: DraftField; kind: ProblemKind }>> = {
  not_enough_questions: { field: 'questions', kind: 'questions_few' },
  question_unknown: { field: 'questions', kind: 'questions_gone' },
  question_set_unknown: { field: 'set', kind: 'set_missing' },
  speed_needs_time_limit: { field: 'scoring', kind: 'speed_untimed' },
};

/** Heads of the server's paths; `autopilot.revealSeconds` names its field by the tail. */
const FIELD_OF_PATH: Readonly<Record<string, DraftField>> = {
  title: 'title',
  setId: 'set',
  setVersion: 'set',
  pick: 'questions',
  secondsPerQuestion: 'seconds',
  scoring: 'scoring',
  seatLimit: 'seatLimit',
  closedSeconds: 'closedSeconds',
  revealSeconds: 'revealSeconds',
  leaderboardSeconds: 'leaderboardSeconds',
  retentionDays: 'retentionDays',
};

/** The field a refusal of the server belongs to, or null when it belongs to none. */
export function problemOf(refusal: Refusal): Problem | null {
  const { path, minimum, maximum, available } = refusal.details ?? {};
  const bounds = {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
    ...(available === undefined ? {} : { available }),
  };
  const known = FIELD_OF_CODE[refusal.code];
  if (known) return { ...known, ...bounds };
  const field = (path ?? '')
    .split('.')
    .reduce<DraftField | null>((found, part) => found ?? FIELD_OF_PATH[part] ?? null, null);
  if (field === null) return null;
  return { field, kind: minimum !== undefined && maximum !== undefined ? 'range' : 'refused', ...bounds };
}
