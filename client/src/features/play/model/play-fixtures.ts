import type { Me, SharedPlayerView, Standing } from '@anquanli/contract/live';
import type { QuestionView } from '@anquanli/contract/question';
import type { OutboxEntry } from './outbox';

/* Builders for tests: every default is a valid value of the contract. */

export function aQuestion(change: Partial<QuestionView> = {}): QuestionView {
  return {
    questionNo: 3,
    kind: 'single',
    stem: '发现险情，先做什么？',
    options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `选项 ${id}` })),
    media: [],
    form: null,
    opensAt: 1_000_000,
    closesAt: 1_020_000,
    limitMs: 20_000,
    ...change,
  };
}

const COMMON = {
  title: '现场答题',
  questionCount: 10,
  questionNo: 3,
  phoneShows: 'full',
  isLobbyLocked: false,
} as const;

export function anOpenView(version: number, question = aQuestion()): SharedPlayerView {
  return { roundId: 'r', version, serverNow: 0, view: { ...COMMON, phase: 'question_open', question } };
}

export function aClosedView(version: number, question = aQuestion()): SharedPlayerView {
  return { roundId: 'r', version, serverNow: 0, view: { ...COMMON, phase: 'question_closed', question } };
}

export function aRevealView(version: number, question = aQuestion()): SharedPlayerView {
  const revelation = {
    key: { kind: 'single', option: 'b' } as const,
    explanation: '',
    citations: [],
    voidReason: null,
  };
  return { roundId: 'r', version, serverNow: 0, view: { ...COMMON, phase: 'reveal', question, revelation } };
}

export function aStanding(change: Partial<Standing> = {}): Standing {
  return {
    questionNo: 3,
    verdict: 'right',
    points: 1_024,
    bonus: 24,
    total: 3_012,
    rightCount: 3,
    rightTimeMs: 12_000,
    streak: 3,
    rank: 12,
    previousRank: 15,
    gapToNext: 64,
    ranked: 80,
    ...change,
  };
}

export function aMe(change: Partial<Me> = {}): Me {
  return {
    roundId: 'r',
    version: 1,
    seatVersion: 1,
    seatNo: 33,
    name: '张三',
    status: 'active',
    answer: null,
    standing: null,
    ...change,
  };
}

export function anEntry(change: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    roundId: 'r',
    seatNo: 33,
    questionNo: 3,
    answerId: 'a'.repeat(32),
    choice: { kind: 'single', option: 'b' },
    fate: { state: 'waiting' },
    ...change,
  };
}
