import { Refusal } from '@anquanli/contract/error';
import type { Route } from '@anquanli/contract/exchange';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Browser } from '../support/browser.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { ALL_ROUTES } from '@anquanli/contract/all-routes';
import { askRoute, type Sent } from './ask-route.js';
import { contestsAreQuiet } from './contests-of-routes.js';
import { furnish, nameOf, type Example, type RouteInput } from './hall-of-routes.js';
import { importsAreRead } from './imports-of-routes.js';
import { junkTexts, mutationsOf } from './mutations.js';
import { rowsOf } from './rows.js';

const PER_ROUTE = 200;
/** Of the inputs that are wrong only in what they name, so many are tried one by one: some cost a password hash. */
const ONE_BY_ONE = 15;
const AT_ONCE = 20;
const SEED = 20260616;

describe('every route', () => {
  let server: TestServer;
  let admin: Browser;
  let organiser: Browser;
  let examples: Map<string, Example>;

  beforeAll(async () => {
    server = await startTestServer({ config: { trustedProxies: ['loopback'], metricsToken: 'of-the-edge-tests' } });
    admin = await server.setUpAdmin();
    organiser = server.browser();
    const account = { name: '周组织', password: 'organiser-of-tests' };
    await admin.post('/api/accounts', { ...account, role: 'organiser' });
    await organiser.post('/api/session', account);
    examples = new Map((await furnish(server, admin)).map((example) => [nameOf(example.route), example]));
  }, 60_000);

  afterAll(async () => {
    expect((await admin.get('/api/health/ready')).body).toEqual({ status: 'ok' });
    expect((await admin.get('/api/session')).body).toMatchObject({ account: { role: 'admin' } });
    await server.remove();
  });

  const exampleOf = (route: Route): Example => {
    const example = examples.get(nameOf(route));
    if (!example) throw new Error(`no example of ${nameOf(route)}`);
    return example;
  };

  const send = (example: Example, input: RouteInput, cookie = admin.cookie): Promise<Sent> =>
    askRoute(server, { ...example, input }, cookie);

  it('has an example here', () => {
    expect([...examples.keys()].sort()).toEqual(ALL_ROUTES.map(nameOf).sort());
    for (const { route, input } of examples.values())
      expect([nameOf(route), isTaken(route, input)]).toEqual([nameOf(route), true]);
  });

  it.each(ALL_ROUTES.map((route) => [nameOf(route), route] as const))(
    '%s refuses what is wrong, with a code and without changing a row',
    async (_, route) => {
      const example = exampleOf(route);
      const { malformed, wellFormed } = wrongInputs(example);
      expect(malformed.length + wellFormed.length).toBe(PER_ROUTE);
      const before = await rowsOf(server);
      for (let start = 0; start < malformed.length; start += AT_ONCE) {
        const sent = await Promise.all(malformed.slice(start, start + AT_ONCE).map((input) => send(example, input)));
        for (const each of sent) expectRefused(each);
      }
      expect(await rowsOf(server)).toBe(before);

      for (const input of wellFormed) {
        const rows = await rowsOf(server);
        const sent = await send(example, input);
        expect({ ...sent, isBroken: sent.status >= 500 || sent.text.includes('"code":"internal"') }).toMatchObject({
          isBroken: false,
        });
        if (sent.status >= 400) expect({ input, rows: await rowsOf(server) }).toEqual({ input, rows });
        else {
          await importsAreRead(server);
          await contestsAreQuiet(server);
        }
      }
      expect((await admin.get('/api/health/live')).status).toBe(200);
    },
    60_000,
  );

  const takesBody = ALL_ROUTES.filter(({ method }) => method !== 'GET');

  it.each(takesBody.map((route) => [nameOf(route), route] as const))(
    '%s refuses a body that is larger than it may be',
    async (_, route) => {
      const example = exampleOf(route);
      const before = await rowsOf(server);
      const body = { more: 'x'.repeat(route.policy.bodyBytes ?? 256 * 1_024) };
      const { status, text } = await send(example, { ...example.input, body });
      expect([status, JSON.parse(text)]).toEqual([413, { ok: false, code: 'payload_too_large' }]);
      expect(await rowsOf(server)).toBe(before);
    },
  );

  describe('that is not for everybody', () => {
    const guarded = ALL_ROUTES.filter(({ policy }) => !['anyone', 'player'].includes(policy.who));

    it.each(guarded.map((route) => [nameOf(route), route] as const))('%s is closed to strangers', async (_, route) => {
      const before = await rowsOf(server);
      for (const cookie of [null, `anquanli_session=${'0'.repeat(64)}`, 'anquanli_session=x']) {
        const sent = await send(exampleOf(route), exampleOf(route).input, cookie);
        expect([sent.status, JSON.parse(sent.text)]).toEqual([401, { ok: false, code: 'not_signed_in' }]);
      }
      expect(await rowsOf(server)).toBe(before);
    });

    const ofRounds = guarded.filter(({ policy }) => policy.who === 'host' || policy.who === 'admin');

    it.each(ofRounds.map((route) => [nameOf(route), route] as const))(
      '%s shows an organiser nothing of another’s',
      async (_, route) => {
        const before = await rowsOf(server);
        const sent = await send(exampleOf(route), exampleOf(route).input, organiser.cookie);
        const code = route.policy.who === 'admin' ? 'forbidden' : 'not_found';
        expect(JSON.parse(sent.text)).toEqual({ ok: false, code });
        expect(await rowsOf(server)).toBe(before);
      },
    );

    it('is closed to a participant with a token of another form or of nobody', async () => {
      const review = ALL_ROUTES.find(({ policy }) => policy.who === 'player');
      if (!review) throw new Error('no route of participants');
      for (const personToken of ['', 'x', 'a'.repeat(31), 'A'.repeat(32), 'a'.repeat(32)]) {
        const sent = await send({ ...exampleOf(review), personToken }, exampleOf(review).input);
        expect(JSON.parse(sent.text)).toMatchObject({ ok: false, code: 'not_seated' });
      }
    });
  });
});

/** Inputs that differ from the valid one, drawn the same way in every run: all that are to be sent. */
function wrongInputs({ route, input }: Example): { malformed: RouteInput[]; wellFormed: RouteInput[] } {
  const body =
    route.method === 'GET' ? [] : [mutationsOf(input.body ?? {}).map((spoilt) => ({ ...input, body: spoilt }))];
  const query = mutatedTexts(input.query ?? {}, true).map((spoilt) => ({ ...input, query: spoilt }));
  const params = input.params
    ? [mutatedTexts(input.params, false).map((spoilt) => ({ ...input, params: spoilt }))]
    : [];
  const weigh = (arbitrary: fc.Arbitrary<RouteInput>) => ({ arbitrary, weight: 1 });
  const weighted = [
    ...body.map((arbitrary) => ({ arbitrary, weight: input.body === undefined ? 1 : 8 })),
    ...[query, ...params].map(weigh),
  ];
  const drawn = fc.sample(fc.oneof(...weighted), { numRuns: PER_ROUTE * 4, seed: SEED });
  const wrong = drawn.filter((each) => !isSame(route, each, input));
  const wellFormed = wrong.filter((each) => isTaken(route, each)).slice(0, ONE_BY_ONE);
  const malformed = wrong.filter((each) => !isTaken(route, each)).slice(0, PER_ROUTE - wellFormed.length);
  return { malformed, wellFormed };
}

/** Texts of a path or a query gone wrong. A path always has all its parts. */
function mutatedTexts(valid: Readonly<Record<string, string>>, isOpen: boolean): fc.Arbitrary<Record<string, string>> {
  const junk = fc.oneof(fc.constantFrom(...junkTexts), fc.string({ unit: 'binary', maxLength: 50 }), fc.uuid());
  const text = junk.map((each) => each.replace(/\p{Cs}/gu, '\ufffd'));
  const changed = fc
    .constantFrom(...Object.keys(valid), 'more')
    .chain((key) => text.map((by): Record<string, string> => ({ ...valid, [key]: by })));
  const known = changed.filter((each) => Object.keys(each).length === Object.keys(valid).length);
  return isOpen ? changed : known.map((each) => mapValues(each, (value) => (value === '' ? '%' : value.slice(0, 200))));
}

function mapValues(record: Readonly<Record<string, string>>, map: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** As the server will see it: JSON has no undefined and no infinity; nothing and an empty value are the same. */
function onTheWire(route: Route, { params, query, body }: RouteInput): Required<RouteInput> {
  const sent: unknown = body === undefined || route.method === 'GET' ? undefined : JSON.parse(JSON.stringify(body));
  return { params: params ?? {}, query: query ?? {}, body: sent ?? {} };
}

/** Would the schemas of the route take it? Then it can only be wrong in what it names. */
function isTaken(route: Route, input: RouteInput): boolean {
  const wire = onTheWire(route, input);
  return (['params', 'query', 'body'] as const).every((part) => {
    const schema = route[part];
    if (schema) return z.core.safeParse(schema, wire[part]).success;
    const value = wire[part];
    return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  });
}

/** Would this be the valid request itself, or one that does just the same? */
function isSame(route: Route, input: RouteInput, valid: RouteInput): boolean {
  const [one, other] = [onTheWire(route, input), onTheWire(route, valid)];
  const body = route.body === undefined && isEmpty(one.body) ? {} : one.body;
  return JSON.stringify({ ...one, body }) === JSON.stringify(other);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function expectRefused({ input, status, text }: Sent): void {
  const refusal = Refusal.safeParse(JSON.parse(text));
  expect({ input, status, code: refusal.data?.code }).toEqual({
    input,
    status: expect.any(Number),
    // An address that a spoilt parameter leads away from every route is not found.
    code: status === 404 ? 'not_found' : 'invalid_input',
  });
}
