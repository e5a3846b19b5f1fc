import { cp } from 'node:fs/promises';
import { ALL_ROUTES } from '@anquanli/contract/all-routes';
import { joinRoutes } from '@anquanli/contract/join';
import type { ErrorCode } from '@anquanli/contract/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../src/platform/config/config.js';
import { askRoute, type Sent } from '../edges/ask-route.js';
import { contestsAreQuiet } from '../edges/contests-of-routes.js';
import { furnish, nameOf, type Example } from '../edges/hall-of-routes.js';
import { importsAreRead } from '../edges/imports-of-routes.js';
import { rowsOf } from '../edges/rows.js';
import { anOrganiser } from '../support/an-organiser.js';
import { buildServer } from '../support/server-process.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { CALLERS, callersOf, type Caller, type Credentials } from './callers.js';
import { LISTS } from './lists.js';
import { WHO_MAY } from './who-may.js';

const REFUSALS_OF_ACCESS: readonly (ErrorCode | null)[] = [
  ...(['not_signed_in', 'forbidden', 'not_found', 'not_seated', 'not_registered', 'registration_waiting'] as const),
  ...(['contest_not_for_unit', 'unit_unknown', 'pin_unknown', 'origin_refused', 'too_many_requests'] as const),
  'internal',
];

/** Whoever may ask for these has less afterwards: asked last, in this order. */
const LAST = ['DELETE /api/rounds/:roundId', 'POST /api/me/erasure', 'DELETE /api/sessions', 'DELETE /api/session'];
const NAMES = ALL_ROUTES.map(nameOf).sort((one, other) => LAST.indexOf(one) - LAST.indexOf(other));

it('has a line for every route there is, and for no other', () => {
  expect(Object.keys(WHO_MAY).sort()).toEqual(ALL_ROUTES.map(nameOf).sort());
});

const CONFIG = { trustedProxies: ['loopback'], metricsToken: 'of-the-matrix' };
/** Furnished once. Each caller comes to a server on a copy of its folder, so that none finds what another has done. */
let house: TestServer;
let examples: readonly Example[];
let callers: Readonly<Record<Caller, Credentials>>;

beforeAll(async () => {
  buildServer();
  house = await startTestServer({ config: CONFIG });
  const admin = await house.setUpAdmin();
  const organiser = await anOrganiser(house.origin, admin, '吴组织');
  examples = await furnish(house, admin, organiser);
  callers = await callersOf(house, { admin, organiser }, examples);
  await isQuiet(house);
  await house.stop();
}, 300_000);
afterAll(() => house.remove());

async function isQuiet(server: TestServer): Promise<void> {
  await importsAreRead(server);
  await contestsAreQuiet(server);
}

describe.each(CALLERS)('to %s', (caller) => {
  let server: TestServer;
  /** As the database was when it was looked at last. */
  let rows: string;

  beforeAll(async () => {
    const prepare = ({ dataDir }: Config) => cp(house.config.dataDir, dataDir, { recursive: true });
    server = await startTestServer({ config: CONFIG, prepare });
    await isQuiet(server);
    rows = await rowsOf(server);
  }, 60_000);
  afterAll(() => server.remove());

  async function ask(name: string, who: Caller, changes: Example['input'] = {}): Promise<Sent> {
    const example = examples.find(({ route }) => nameOf(route) === name);
    if (example === undefined) throw new Error(`no example of ${name}`);
    const { cookie, personToken } = callers[who];
    const { route, input } = example.route === joinRoutes.join ? { ...example, input: join() } : example;
    return askRoute(
      server,
      { route, input: { ...input, ...changes }, ...(personToken !== undefined && { personToken }) },
      cookie,
    );
  }

  /** By the PIN of the round that is there. */
  function join(): Example['input'] {
    const { door } = examples.find(({ route }) => route === joinRoutes.findRound)?.input.body as { door: object };
    return { body: { door, name: '王五' } };
  }

  const verdictOf = (name: string) => WHO_MAY[name]?.[caller] ?? 'may';
  const [allowed, refused] = [true, false].map((isAllowed) =>
    NAMES.filter((name) => (verdictOf(name) === 'may') === isAllowed).map((name) => [name, verdictOf(name)] as const),
  );

  // Refusals first: they leave the house as it is.
  if (refused?.length)
    it.each(refused)('%s says %s, and nothing is done', async (name, code) => {
      const before = rows;
      const { status, text } = await ask(name, caller);
      rows = await rowsOf(server);
      const { ok, code: told, details } = JSON.parse(text) as Record<string, unknown>;
      expect({ ok, told }).toEqual({ ok: false, told: code });
      expect(status).toBeGreaterThanOrEqual(400);
      // Which field it is about may be told, and nothing of what is there.
      expect(Object.keys(details ?? {}).filter((key) => key !== 'path')).toEqual([]);
      expect(rows).toBe(before);
    });

  const lists = LISTS.filter(([name]) => verdictOf(name) === 'may');
  if (lists.length > 0)
    it.each(lists)('%s shows what is theirs alone', async (name, { markerOf, shownTo }) => {
      const { status, text } = await ask(name, caller, { query: {} });
      expect(status).toBe(200);
      expect(text.includes(markerOf(examples))).toBe(shownTo.includes(caller));
    });

  it.each(allowed ?? [])('%s is open', async (name) => {
    const { status, text } = await ask(name, caller);
    await isQuiet(server);
    expect({ status, code: codeOf(text), isRefused: REFUSALS_OF_ACCESS.includes(codeOf(text)) }).toMatchObject({
      isRefused: false,
    });
    expect(status).toBeLessThan(500);
  });
});

/** The code of a refusal; null for whatever else came. */
function codeOf(text: string): ErrorCode | null {
  return text.startsWith('{"ok":false') ? (JSON.parse(text) as { code: ErrorCode }).code : null;
}
