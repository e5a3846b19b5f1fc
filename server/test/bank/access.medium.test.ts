import { bankImportRoutes } from '@anquanli/contract/bank-imports.js';
import { bankReleaseRoutes } from '@anquanli/contract/bank-releases.js';
import { bankRoutes } from '@anquanli/contract/bank.js';
import type { Refusal } from '@anquanli/contract/error.js';
import type { Route } from '@anquanli/contract/exchange.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { furnishDesk } from '../edges/desk-of-routes.js';
import { nameOf, type RouteInput } from '../edges/hall-of-routes.js';
import { furnishImports } from '../edges/imports-of-routes.js';
import { rowsOf } from '../edges/rows.js';
import { anOrganiser } from '../support/an-organiser.js';
import { aRemote } from '../support/a-remote.js';
import type { Answer, Browser } from '../support/browser.js';
import { aContent, Desk } from '../support/desk.js';
import { Hall } from '../support/play.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

const ROUTES = [bankRoutes, bankReleaseRoutes, bankImportRoutes].flatMap((group) => Object.values<Route>(group));
const AUDIENCES = ['signed out', 'a remote control', 'an organiser', 'an admin'] as const;
type Audience = (typeof AUDIENCES)[number];

/** What the policy of a route means for each; null = the route is theirs. */
const REFUSED: Readonly<Record<'signed_in' | 'admin', Readonly<Record<Audience, string | null>>>> = {
  signed_in: {
    'signed out': 'not_signed_in',
    'a remote control': 'forbidden',
    'an organiser': null,
    'an admin': null,
  },
  admin: {
    'signed out': 'not_signed_in',
    'a remote control': 'forbidden',
    'an organiser': 'forbidden',
    'an admin': null,
  },
};

const MATRIX = AUDIENCES.flatMap((who) => ROUTES.map((route) => [who, nameOf(route), route] as const));
const IN_SETS = ROUTES.filter(({ path }) => path.includes('/:setId')).map((route) => [nameOf(route), route] as const);
/** What has a name of its own is told by that name; elsewhere the set is what is not there. */
const NOWHERE: Readonly<Record<string, string>> = {
  [nameOf(bankRoutes.historyEntry)]: 'not_found',
  [nameOf(bankRoutes.describeMedia)]: 'media_unknown',
  [nameOf(bankReleaseRoutes.withdraw)]: 'not_found',
  [nameOf(bankReleaseRoutes.compare)]: 'question_set_unknown',
  [nameOf(bankReleaseRoutes.download)]: 'question_set_unknown',
};

describe('the desk', () => {
  let server: TestServer;
  let admin: Browser;
  let people: Record<Audience, Browser>;
  let inputs: Map<string, RouteInput>;

  beforeAll(async () => {
    server = await startTestServer();
    admin = await server.setUpAdmin();
    const examples = [...(await furnishDesk(admin)), ...(await furnishImports(server, admin, 'edge-set'))];
    inputs = new Map(examples.map(({ route, input }) => [nameOf(route), input]));
    const { round } = await Hall.open(server.origin, admin);
    // Even the remote control of an admin is none.
    const remote = await aRemote(server, admin, round.id);
    expect((await remote.get('/api/session')).body).toMatchObject({ remoteRoundId: round.id });
    people = {
      'signed out': server.browser(),
      'a remote control': remote,
      'an organiser': await anOrganiser(server.origin, admin),
      'an admin': admin,
    };
  }, 60_000);

  afterAll(async () => server.remove());

  function send(browser: Browser, route: Route, changes: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const { params = {}, query, body } = inputs.get(nameOf(route)) ?? {};
    const given: Record<string, string> = { ...params, ...changes };
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => given[name] ?? '');
    const search = query ? `?${new URLSearchParams(query).toString()}` : '';
    return sent(browser, route, `${path}${search}`, body);
  }

  const codeOf = ({ body }: Answer) => (body as Partial<Refusal> | null)?.code;

  it('lets in accounts and admins, as its routes declare', () => {
    expect(new Set(ROUTES.map(({ policy }) => policy.who))).toEqual(new Set(['organiser', 'admin']));
    expect(ROUTES.filter(({ method, policy }) => method !== 'GET' && policy.who !== 'admin')).toEqual([]);
  });

  it.each(MATRIX)('%s: %s', async (who, _, route) => {
    const expected = REFUSED[route.policy.who === 'admin' ? 'admin' : 'signed_in'][who];
    const before = expected === null ? null : await rowsOf(server);
    const answer = await send(people[who], route);
    if (expected === null) {
      expect(answer).toMatchObject({ status: 200 });
      return;
    }
    const status = expected === 'forbidden' ? 403 : 401;
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body: { ok: false, code: expected } });
    expect(await rowsOf(server)).toBe(before);
  });

  it.each(IN_SETS)('says that a set is not there: %s', async (name, route) => {
    const before = await rowsOf(server);
    const answer = await send(admin, route, { setId: 'nowhere' });
    expect([answer.status, codeOf(answer)]).toEqual([expect.any(Number), NOWHERE[name] ?? 'set_unknown']);
    expect(answer.status).toBe(NOWHERE[name] === 'media_unknown' ? 400 : 404);
    expect(await rowsOf(server)).toBe(before);
  });

  it('knows a question, its history and its pictures in their own set only', async () => {
    const foreign = await Desk.open(admin, 'foreign-set');
    const { question } = await foreign.write(aContent());
    const before = await rowsOf(server);
    const ofQuestion = ROUTES.filter(({ path }) => path.includes('/:questionId'));
    for (const route of ofQuestion) {
      const answer = await send(admin, route, { questionId: question.id });
      const code = route === bankRoutes.historyEntry ? 'not_found' : 'question_unknown';
      expect([nameOf(route), answer.status, codeOf(answer)]).toEqual([nameOf(route), 404, code]);
    }
    const picture = await send(admin, bankRoutes.describeMedia, { setId: foreign.setId });
    expect(codeOf(picture)).toBe('media_unknown');
    const content = aContent({ media: [inputs.get(nameOf(bankRoutes.describeMedia))?.params?.['mediaId'] ?? ''] });
    expect(codeOf(await admin.post(foreign.path('/questions'), { content }))).toBe('media_unknown');
    expect(await rowsOf(server)).toBe(before);
  });

  it('has nothing at the address of an import that is not there', async () => {
    const before = await rowsOf(server);
    for (const route of ROUTES.filter(({ path }) => path.includes('/:importId'))) {
      const answer = await send(admin, route, { importId: '019ecd8d-dead-7bad-8bad-00000000f00d' });
      expect([nameOf(route), answer.status, codeOf(answer)]).toEqual([nameOf(route), 404, 'not_found']);
    }
    expect(await rowsOf(server)).toBe(before);
  });

  it('is closed to who was an admin until a moment ago', async () => {
    const second = { name: '赵主任', password: 'admin-of-tests', role: 'admin' };
    const { id } = (await admin.post('/api/accounts', second)).body as { id: string };
    const browser = server.browser();
    await browser.post('/api/session', { name: second.name, password: second.password });
    expect((await send(browser, bankRoutes.sets)).status).toBe(200);
    await admin.patch(`/api/accounts/${id}`, { isDisabled: true });
    for (const route of [bankRoutes.sets, bankRoutes.createSet, bankReleaseRoutes.release, bankImportRoutes.list]) {
      expect((await send(browser, route)).status).toBe(401);
    }
  });

  it('reads no large body for those who may not bring one', async () => {
    // Whoever parsed it would say that it is no JSON.
    const body = '['.repeat(1_024 * 1_024);
    for (const route of ROUTES.filter(({ policy }) => policy.bodyBytes !== undefined)) {
      const codes = AUDIENCES.map(async (who) => {
        const response = await fetch(`${server.origin}${route.path.replace(':setId', 'edge-set')}`, {
          method: route.method,
          headers: { cookie: people[who].cookie ?? '', origin: server.origin, 'content-type': 'application/json' },
          body,
        });
        return ((await response.json()) as Refusal).code;
      });
      expect(await Promise.all(codes)).toEqual(['not_signed_in', 'forbidden', 'forbidden', 'invalid_input']);
    }
  });

  it('is not written to from a foreign page', async () => {
    const before = await rowsOf(server);
    for (const route of ROUTES.filter(({ method }) => method === 'POST')) {
      const answer = await fetch(`${server.origin}${route.path.replace(/:\w+/g, 'edge-set')}`, {
        method: 'POST',
        headers: { cookie: admin.cookie ?? '', origin: 'http://evil.example', 'content-type': 'application/json' },
        body: JSON.stringify(inputs.get(nameOf(route))?.body ?? {}),
      });
      expect([nameOf(route), await answer.json()]).toEqual([nameOf(route), { ok: false, code: 'origin_refused' }]);
    }
    expect(await rowsOf(server)).toBe(before);
  });
});

function sent(browser: Browser, { method }: Route, path: string, body: unknown): Promise<Answer> {
  switch (method) {
    case 'GET':
      return browser.get(path);
    case 'POST':
      return browser.post(path, body);
    case 'PUT':
      return browser.put(path, body);
    case 'PATCH':
      return browser.patch(path, body);
    case 'DELETE':
      return browser.delete(path);
  }
}
