import { identityRoutes } from '@anquanli/contract/identity';
import { joinRoutes } from '@anquanli/contract/join';
import { questionBankRoutes, type QuestionSetSummary } from '@anquanli/contract/question-bank';
import { roundRoutes, type RoundDetail, type RoundSettings } from '@anquanli/contract/rounds';
import { callOk } from '../bots/http-json.js';
import type { ProductServer } from '../server/product-server.js';

export interface PreparedRound {
  readonly roundId: string;
  readonly joinToken: string;
  /** The admin's session. */
  readonly cookie: string;
}

/** Everything over HTTP, as a newcomer does it: set up the admin, choose the newest set, create the round, find its door. */
export async function prepareRound(
  server: Pick<ProductServer, 'origin' | 'setupToken'>,
  round: { questions: number; seconds: number },
): Promise<PreparedRound> {
  return createRound(server.origin, await setUpAdmin(server), round);
}

/** Makes the first account; returns its session. */
export async function setUpAdmin({
  origin,
  setupToken,
}: Pick<ProductServer, 'origin' | 'setupToken'>): Promise<string> {
  const body = { token: setupToken, ...accountOf(setupToken) };
  const { cookies } = await callOk({
    method: 'POST',
    url: origin + identityRoutes.setup.path,
    headers: { origin },
    body,
  });
  return cookies.join('; ');
}

/** The same admin signs in on another device; returns that session. */
export async function signInAdmin({
  origin,
  setupToken,
}: Pick<ProductServer, 'origin' | 'setupToken'>): Promise<string> {
  const { cookies } = await callOk({
    method: 'POST',
    url: origin + identityRoutes.signIn.path,
    headers: { origin },
    body: accountOf(setupToken),
  });
  return cookies.join('; ');
}

function accountOf(setupToken: string): { name: string; password: string } {
  return { name: 'load', password: `load-${setupToken}` };
}

/** One more round of the admin whose session it is. */
export async function createRound(
  origin: string,
  cookie: string,
  round: { questions: number; seconds: number },
): Promise<PreparedRound> {
  const headers = { origin, cookie };
  const listed = await callOk({ method: 'GET', url: origin + questionBankRoutes.listSets.path, headers });
  const set = newestSet((listed.body as { sets: QuestionSetSummary[] }).sets, round.questions);
  const created = await callOk({
    method: 'POST',
    url: origin + roundRoutes.create.path,
    headers,
    body: settingsFor(set, round),
  });
  const { id: roundId, pin } = created.body as RoundDetail;
  const found = await callOk({ method: 'POST', url: origin + joinRoutes.findRound.path, body: { door: { pin } } });
  const { joinToken } = found.body as { joinToken: string };
  return { roundId, joinToken, cookie };
}

function newestSet(sets: readonly QuestionSetSummary[], questions: number): QuestionSetSummary {
  const playable = sets.filter(({ isLatest, status }) => isLatest && status === 'released');
  const [largest] = playable.sort((a, b) => b.questionCount - a.questionCount);
  if (largest === undefined || largest.questionCount < questions) {
    throw new Error(`No released question set has ${questions} questions for a live round`);
  }
  return largest;
}

function settingsFor(set: QuestionSetSummary, round: { questions: number; seconds: number }): RoundSettings {
  return {
    title: '压力测试',
    setId: set.setId,
    setVersion: set.version,
    pick: { by: 'rule', count: round.questions, categories: [], difficulties: [] },
    questionOrder: 'shuffled',
    optionOrder: 'shuffled',
    secondsPerQuestion: round.seconds,
    scoring: 'accuracy',
    multipleScoring: 'exact',
    isLateJoinAllowed: true,
    seatLimit: null,
    namesOnStage: 'full',
    phoneShows: 'full',
    autopilot: { isOn: false, closedSeconds: 5, revealSeconds: 5, leaderboardSeconds: 5 },
    retentionDays: 1,
  };
}
