import type { BankQuestion, QuestionSetSummary } from '@anquanli/contract/question-bank';
import type { QuestionPick, RoundSettings } from '@anquanli/contract/rounds';
import { LIMITS } from '@anquanli/contract/vocabulary';
import type { Selection } from './selection';

/** A number field while somebody types in it. */
type Typed = number | null;

export interface Rule {
  readonly count: Typed;
  readonly categories: readonly string[];
  readonly difficulties: readonly number[];
}

/**
 * The editor's own form of the settings: both ways of choosing questions are kept while switching between them,
 * and a number may be empty while it is typed.
 */
export interface RoundDraft {
  readonly title: string;
  readonly setId: string;
  readonly setVersion: string;
  readonly pickBy: QuestionPick['by'];
  readonly rule: Rule;
  readonly questionIds: Selection;
  readonly questionOrder: RoundSettings['questionOrder'];
  readonly optionOrder: RoundSettings['optionOrder'];
  readonly isTimed: boolean;
  readonly seconds: Typed;
  readonly scoring: RoundSettings['scoring'];
  readonly multipleScoring: RoundSettings['multipleScoring'];
  readonly isLateJoinAllowed: boolean;
  readonly hasSeatLimit: boolean;
  readonly seatLimit: Typed;
  readonly namesOnStage: RoundSettings['namesOnStage'];
  readonly phoneShows: RoundSettings['phoneShows'];
  readonly isAutopilotOn: boolean;
  readonly closedSeconds: Typed;
  readonly revealSeconds: Typed;
  readonly leaderboardSeconds: Typed;
  readonly retentionDays: Typed;
}

/** Ten questions make about ten minutes: what a hall sits through gladly. */
const DEFAULT_COUNT = 10;
const DEFAULT_SEATS = 200;

/** A round that can be played as it is: the latest set, ten questions from all categories. */
export function newDraft(title: string, sets: readonly QuestionSetSummary[]): RoundDraft {
  const set = preferredSet(sets);
  return {
    title,
    setId: set?.setId ?? '',
    setVersion: set?.version ?? '',
    pickBy: 'rule',
    rule: { count: Math.min(DEFAULT_COUNT, set?.questionCount ?? DEFAULT_COUNT), categories: [], difficulties: [] },
    questionIds: [],
    questionOrder: 'fixed',
    optionOrder: 'fixed',
    isTimed: true,
    seconds: LIMITS.secondsPerQuestion.default,
    scoring: 'accuracy',
    multipleScoring: 'exact',
    isLateJoinAllowed: true,
    hasSeatLimit: false,
    seatLimit: DEFAULT_SEATS,
    namesOnStage: 'masked',
    phoneShows: 'full',
    isAutopilotOn: false,
    closedSeconds: 3,
    revealSeconds: 15,
    leaderboardSeconds: 8,
    retentionDays: LIMITS.retentionDays.default,
  };
}

/** The latest released set, the largest first: what a newcomer most likely wants. */
export function preferredSet(sets: readonly QuestionSetSummary[]): QuestionSetSummary | null {
  const usable = sets.filter((set) => set.status === 'released' && set.isLatest);
  return usable.reduce<QuestionSetSummary | null>(
    (best, set) => (best === null || set.questionCount > best.questionCount ? set : best),
    null,
  );
}

export function draftFrom(settings: RoundSettings): RoundDraft {
  const { pick, autopilot, secondsPerQuestion, seatLimit, ...same } = settings;
  return {
    ...same,
    pickBy: pick.by,
    rule:
      pick.by === 'rule'
        ? { count: pick.count, categories: pick.categories, difficulties: pick.difficulties }
        : { count: pick.questionIds.length, categories: [], difficulties: [] },
    questionIds: pick.by === 'hand' ? pick.questionIds : [],
    isTimed: secondsPerQuestion !== null,
    seconds: secondsPerQuestion ?? LIMITS.secondsPerQuestion.default,
    hasSeatLimit: seatLimit !== null,
    seatLimit: seatLimit ?? DEFAULT_SEATS,
    isAutopilotOn: autopilot.isOn,
    closedSeconds: autopilot.closedSeconds,
    revealSeconds: autopilot.revealSeconds,
    leaderboardSeconds: autopilot.leaderboardSeconds,
  };
}

/** The settings to send. An empty number becomes 0, which the validation has refused before. */
export function settingsFrom(draft: RoundDraft): RoundSettings {
  return {
    title: draft.title.trim(),
    setId: draft.setId,
    setVersion: draft.setVersion,
    pick:
      draft.pickBy === 'hand'
        ? { by: 'hand', questionIds: [...draft.questionIds] }
        : {
            by: 'rule',
            count: draft.rule.count ?? 0,
            categories: [...draft.rule.categories],
            difficulties: [...draft.rule.difficulties],
          },
    questionOrder: draft.questionOrder,
    optionOrder: draft.optionOrder,
    secondsPerQuestion: draft.isTimed ? (draft.seconds ?? 0) : null,
    scoring: draft.scoring,
    multipleScoring: draft.multipleScoring,
    isLateJoinAllowed: draft.isLateJoinAllowed,
    seatLimit: draft.hasSeatLimit ? (draft.seatLimit ?? 0) : null,
    namesOnStage: draft.namesOnStage,
    phoneShows: draft.phoneShows,
    autopilot: {
      isOn: draft.isAutopilotOn,
      closedSeconds: draft.closedSeconds ?? 0,
      revealSeconds: draft.revealSeconds ?? 0,
      leaderboardSeconds: draft.leaderboardSeconds ?? 0,
    },
    retentionDays: draft.retentionDays ?? 0,
  };
}

/** How many questions the rule can draw from; empty lists mean all. */
export function availableFor(rule: Rule, questions: readonly BankQuestion[]): number {
  return questions.filter(
    (question) =>
      (rule.categories.length === 0 || rule.categories.includes(question.category)) &&
      (rule.difficulties.length === 0 || rule.difficulties.includes(question.difficulty)),
  ).length;
}

/** How many questions the round will have; 0 while the number is being typed. */
export function plannedCount(draft: RoundDraft): number {
  return draft.pickBy === 'hand' ? draft.questionIds.length : (draft.rule.count ?? 0);
}

/**
 * About how long the evening takes, whole minutes: getting ready, answering, and the talk between
 * (the autopilot's pauses, or 20 s where a host speaks). Null where the host closes every question.
 */
export function estimatedMinutes(draft: RoundDraft): number | null {
  if (!draft.isTimed || draft.seconds === null) return null;
  const pauses = (draft.closedSeconds ?? 0) + (draft.revealSeconds ?? 0) + (draft.leaderboardSeconds ?? 0);
  const between = draft.isAutopilotOn ? pauses : 20;
  return Math.max(1, Math.round((plannedCount(draft) * (LIMITS.leadMs / 1000 + draft.seconds + between)) / 60));
}
