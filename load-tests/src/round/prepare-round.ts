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
  /** With which the admin signs in on another device. */
  readonly account: Account;
}

interface Account {
  readonly name: string;
  readonly password: string;
}

/** The session of somebody who signs in. */
export async function signIn(origin: string, account: Account): Promise<string> {
  const url = origin + identityRoutes.signIn.path;
  const { cookies } = await callOk({ method: 'POST', url, headers: { origin }, body: account });
  return cookies.join('; ');
}

/** Everything over HTTP, as a newcomer does it: set up the admin, choose the newest set, create the round, find its door. */
export async function prepareRound(
  { origin, setupToken }: Pick<ProductServer, 'origin' | 'setupToken'>,
  round: { questions: number; seconds: number },
): Promise<PreparedRound> {
  const account = { name: 'load', password: `load-${setupToken}` };
  const { cookies } = await callOk({
    method: 'POST',
    url: origin + identityRoutes.setup.path,
    headers: { origin },
    body: { token: setupToken, ...account },
  });
  const headers = { origin, cookie: cookies.join('; ') };
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
  return { roundId, joinToken, cookie: headers.cookie, account };
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
