import type { Me, PlayerScreen, PlayerView, SharedPlayerView } from '@anquanli/contract/live';
import { LIMITS } from '@anquanli/contract/vocabulary';
import type { ReceivedEvent } from '../bots/crew.js';
import type { Saying } from './bare.js';

/** What one phone received during one question, by the phase it was received in. */
export interface QuestionScript {
  readonly question_open: Saying;
  readonly question_closed: Saying;
  readonly reveal: Saying;
  readonly leaderboard: Saying;
}

const SCENES = ['question_open', 'question_closed', 'reveal', 'leaderboard'] as const;
type Scene = (typeof SCENES)[number];

/** The script of every question that `events` hold whole: of each phase the first view, alone or with the own part. */
export function scriptOf(events: readonly ReceivedEvent[]): QuestionScript[] {
  const sayings = new Map<string, Saying>();
  for (const event of events) {
    const saying = sayingOf(event);
    if (saying === null) continue;
    const { phase, questionNo } = saying.view.view;
    const key = `${phase}/${questionNo}`;
    if (!sayings.has(key)) sayings.set(key, saying);
  }
  const script: QuestionScript[] = [];
  for (let questionNo = 1; ; questionNo += 1) {
    const scene = (phase: Scene) => sayings.get(`${phase}/${questionNo}`);
    const [question_open, question_closed, reveal, leaderboard] = SCENES.map(scene);
    if (!question_open || !question_closed || !reveal || !leaderboard) return script;
    script.push({ question_open, question_closed, reveal, leaderboard });
  }
}

function sayingOf({ name, payload }: ReceivedEvent): Saying | null {
  if (name === 'view') return { view: payload as SharedPlayerView, me: null };
  if (name !== 'screen') return null;
  const { shared, me } = payload as PlayerScreen;
  return { view: shared, me };
}

/** A script of ordinary size (a question of some 575 bytes), for runs without the product. */
export function ordinaryScript(questions: number): QuestionScript[] {
  return Array.from({ length: questions }, (_, index) => ordinaryQuestion(index + 1, questions));
}

function ordinaryQuestion(questionNo: number, questionCount: number): QuestionScript {
  const common = {
    title: '安全知识竞赛',
    questionCount,
    questionNo,
    phoneShows: 'full' as const,
    isLobbyLocked: false,
  };
  const ids = ['a', 'b', 'c', 'd'];
  const question = {
    questionNo,
    kind: 'single' as const,
    stem: '发现有人触电倒在带电设备旁，第一时间应该怎么做？',
    options: ids.map((id) => ({ id, text: '先断开电源再施救，同时拨打急救电话' })),
    media: [],
    form: null,
    opensAt: 1_790_000_000_000,
    closesAt: 1_790_000_020_000,
    limitMs: 20_000,
  };
  const revelation = {
    key: { kind: 'single' as const, option: 'a' },
    explanation: '不断电就接触触电的人，施救的人也会触电。'.repeat(3),
    citations: [{ title: '中华人民共和国安全生产法', locator: '第五十四条' }],
    voidReason: null,
  };
  const board = Array.from({ length: LIMITS.boardRows }, (_, index) => ({
    rank: index + 1,
    seatNo: index + 1,
    name: `选手${index + 1}`,
    points: 1_100,
    rightCount: 1,
    move: null,
  }));
  const saying = (view: PlayerView, me: Me | null = null): Saying => ({
    view: { roundId: ROUND_ID, version: 0, serverNow: 1_790_000_000_000, view },
    me,
  });
  return {
    question_open: saying({ ...common, phase: 'question_open', question }),
    question_closed: saying({ ...common, phase: 'question_closed', question }),
    reveal: saying({ ...common, phase: 'reveal', question, revelation }, ordinaryMe(questionNo)),
    leaderboard: saying({ ...common, phase: 'leaderboard', board, ranked: 500, isSkipped: false }),
  };
}

const ROUND_ID = '01900000-0000-7000-8000-000000000000';

function ordinaryMe(questionNo: number): Me {
  const standing = {
    questionNo,
    verdict: 'right' as const,
    points: 1_100,
    bonus: 100,
    total: 2_200,
    rightCount: 2,
    rightTimeMs: 2_000,
    streak: 2,
    rank: 120,
    previousRank: 130,
    gapToNext: 3,
    ranked: 500,
  };
  return {
    roundId: ROUND_ID,
    version: 0,
    seatVersion: 1,
    seatNo: 0,
    name: '选手0001',
    status: 'active',
    answer: null,
    standing,
  };
}
