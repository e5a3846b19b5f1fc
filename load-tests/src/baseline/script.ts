import type { Me, PlayerView, SharedPlayerView } from '@anquanli/contract/live';
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

/**
 * The script of every question that `events` hold whole: the first view of each phase with the personal frames of its version.
 */
export function scriptOf(events: readonly ReceivedEvent[]): QuestionScript[] {
  const sayings = new Map<string, { view: SharedPlayerView; personal: Me[] }>();
  const byVersion = new Map<number, { personal: Me[] }>();
  for (const { name, payload } of events) {
    if (name !== 'view') continue;
    const view = payload as SharedPlayerView;
    const key = `${view.view.phase}/${view.view.questionNo}`;
    const saying = sayings.get(key) ?? { view, personal: [] };
    sayings.set(key, saying);
    byVersion.set(view.version, saying);
  }
  for (const { name, payload } of events) {
    if (name === 'me') byVersion.get((payload as Me).version)?.personal.push(payload as Me);
  }
  const script: QuestionScript[] = [];
  for (let questionNo = 1; ; questionNo += 1) {
    const scene = (phase: Scene) => sayings.get(`${phase}/${questionNo}`);
    const [question_open, question_closed, reveal, leaderboard] = SCENES.map(scene);
    if (!question_open || !question_closed || !reveal || !leaderboard) return script;
    script.push({ question_open, question_closed, reveal, leaderboard });
  }
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
  const saying = (view: PlayerView, personal: Me[] = []): Saying => ({
    view: { roundId: ROUND_ID, version: 0, serverNow: 1_790_000_000_000, view },
    personal,
  });
  return {
    question_open: saying({ ...common, phase: 'question_open', question }),
    question_closed: saying({ ...common, phase: 'question_closed', question }),
    reveal: saying({ ...common, phase: 'reveal', question, revelation }, [ordinaryMe(questionNo)]),
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
