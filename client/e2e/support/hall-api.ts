import type { BankQuestion, QuestionSetSummary } from '@anquanli/contract/question-bank';
import type { RoundDetail, RoundSettings } from '@anquanli/contract/rounds';
import type { QuestionKind } from '@anquanli/contract/vocabulary';
import type { HallServer } from './hall-server';

/** The account that every test hosts with. */
export const ADMIN = { name: '王主任', password: 'hall-of-tests-2026' } as const;

/** What a test needs to have before it looks at a page: the admin, the questions, a round. */
export interface HallApi {
  /** Session cookie of the admin, for a browser. */
  readonly session: { readonly name: string; readonly value: string };
  /** Questions of the released set with their keys. */
  readonly questions: readonly BankQuestion[];
  /** So many questions of a kind, always the same ones. */
  pick(kind: QuestionKind, count?: number): BankQuestion[];
  /** A round that waits in the lobby; without `questions` one single choice. */
  createRound(options?: { questions?: readonly BankQuestion[]; settings?: Partial<RoundSettings> }): Promise<Round>;
  createOrganiser(name: string): Promise<void>;
  /** People who came in by the PIN and whose phones sleep since. */
  seat(round: Round, names: readonly string[]): Promise<void>;
}

export interface Round {
  readonly id: string;
  readonly title: string;
  readonly pin: string;
  readonly stageCode: string;
  /** `/j/…`, what the QR code says after the host. */
  readonly joinPath: string;
}

/** Sets up the admin with the token that the server printed. */
export async function setUpAdmin(server: HallServer): Promise<HallApi> {
  return hallApi(server, await asker(server.localUrl)('POST', '/api/setup', { token: server.setupToken, ...ADMIN }));
}

/** Signs in as the admin that is there already. */
export async function signInAdmin(server: HallServer): Promise<HallApi> {
  return hallApi(server, await asker(server.localUrl)('POST', '/api/session', ADMIN));
}

async function hallApi(server: HallServer, signedIn: Response): Promise<HallApi> {
  const ask = asker(server.localUrl);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const name = cookie.slice(0, cookie.indexOf('='));
  const value = cookie.slice(name.length + 1);
  const { sets } = (await (await ask('GET', '/api/question-sets', undefined, cookie)).json()) as {
    sets: QuestionSetSummary[];
  };
  const set = sets.reduce((best, each) => (each.questionCount > best.questionCount ? each : best));
  const released = await ask('GET', `/api/question-sets/${set.setId}/versions/${set.version}`, undefined, cookie);
  const { questions } = (await released.json()) as { questions: BankQuestion[] };
  const pick = (kind: QuestionKind, count = 1) =>
    questions.filter((question) => question.kind === kind).slice(0, count);

  return {
    session: { name, value },
    questions,
    pick,
    async createRound({ questions: chosen = pick('single'), settings = {} } = {}) {
      const body = { ...settingsOf(set, chosen), ...settings };
      const created = await ask('POST', '/api/rounds', body, cookie);
      const round = (await created.json()) as RoundDetail;
      const found = await ask('POST', '/api/play/find', { door: { pin: round.pin } });
      const { joinToken } = (await found.json()) as { joinToken: string };
      const { id, title, stageCode } = round;
      return { id, title, stageCode, pin: round.pin ?? '', joinPath: `/j/${joinToken}` };
    },
    async createOrganiser(organiser) {
      await ask('POST', '/api/accounts', { name: organiser, password: ADMIN.password, role: 'organiser' }, cookie);
    },
    async seat({ pin }, names) {
      for (const person of names) await ask('POST', '/api/play/join', { door: { pin }, name: person });
    },
  };
}

function settingsOf(set: QuestionSetSummary, questions: readonly BankQuestion[]): RoundSettings {
  return {
    title: '安全月现场答题',
    setId: set.setId,
    setVersion: set.version,
    pick: { by: 'hand', questionIds: questions.map((question) => question.id) },
    questionOrder: 'fixed',
    optionOrder: 'fixed',
    secondsPerQuestion: 60,
    scoring: 'accuracy',
    multipleScoring: 'exact',
    isLateJoinAllowed: true,
    seatLimit: null,
    namesOnStage: 'full',
    phoneShows: 'full',
    autopilot: { isOn: false, closedSeconds: 3, revealSeconds: 15, leaderboardSeconds: 8 },
    retentionDays: 90,
  };
}

function asker(localUrl: string) {
  return async (method: string, path: string, body?: unknown, cookie?: string): Promise<Response> => {
    const reply = await fetch(localUrl + path, {
      method,
      headers: {
        origin: localUrl,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return reply;
  };
}
