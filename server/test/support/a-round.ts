import type { RoundState } from '../../src/domain/live-round/phase.js';
import type { RoundQuestion, RoundSnapshot } from '../../src/domain/live-round/snapshot.js';

/** 16 June 2026, 09:00 in Shanghai. */
export const NINE = Date.UTC(2026, 5, 16, 1);

/** A round of three questions in the lobby, with every default. */
export function aState(changes: Partial<RoundState> = {}): RoundState {
  return {
    phase: 'lobby',
    questionNo: 0,
    questionCount: 3,
    opensAt: null,
    closesAt: null,
    acceptsUntil: null,
    limitMs: null,
    phaseSince: NINE,
    autopilot: 'off',
    autopilotFrom: NINE,
    ...changes,
  };
}

/** Question 1 of 20 s, which opened at {@link NINE}. */
export function anOpenState(changes: Partial<RoundState> = {}): RoundState {
  return aState({
    phase: 'question_open',
    questionNo: 1,
    opensAt: NINE,
    closesAt: NINE + 20_000,
    limitMs: 20_000,
    phaseSince: NINE - 3_000,
    ...changes,
  });
}

/** The same question after it closed in time. */
export function aClosedState(changes: Partial<RoundState> = {}): RoundState {
  return anOpenState({
    phase: 'question_closed',
    acceptsUntil: NINE + 20_700,
    phaseSince: NINE + 20_000,
    ...changes,
  });
}

/** A single choice with the key b, its secrets easy to find in a text. */
export function aRoundQuestion(changes: Partial<RoundQuestion> = {}): RoundQuestion {
  return {
    questionNo: 1,
    kind: 'single',
    stem: '第一步做什么？',
    options: [
      { id: 'a', text: '先通风' },
      { id: 'b', text: '先检测' },
    ],
    media: [],
    form: null,
    key: { kind: 'single', option: 'b' },
    decoys: [],
    explanation: '因为如此。',
    citations: [{ title: '安全生产法', locator: '第四十一条' }],
    status: 'waiting',
    opensAt: null,
    closesAt: null,
    limitMs: null,
    voidReason: null,
    distribution: null,
    ...changes,
  };
}

/** A round in the lobby with three questions. */
export function aSnapshot(changes: Partial<RoundSnapshot> = {}): RoundSnapshot {
  return {
    roundId: '019ecd8d-0000-7000-8000-000000000001',
    version: 1,
    title: '安全月现场答题',
    scoring: 'accuracy',
    phoneShows: 'full',
    secondsPerQuestion: 20,
    pauses: { closedMs: 2_000, revealMs: 8_000, leaderboardMs: 6_000 },
    state: aState(),
    isLobbyLocked: false,
    isRehearsal: false,
    isDraining: false,
    pin: '314159',
    joinUrl: 'http://192.168.1.7:3000/j/k3v9d2m4q8x1z7w5',
    joinOrigins: ['http://192.168.1.7:3000'],
    stageCode: 'ABCD2345',
    questions: [1, 2, 3].map((questionNo) => aRoundQuestion({ questionNo })),
    board: [],
    ranked: 0,
    fastestClimber: null,
    statistics: null,
    ...changes,
  };
}
