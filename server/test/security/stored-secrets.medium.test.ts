import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsOf } from '../edges/rows.js';
import type { Browser } from '../support/browser.js';
import { Hall } from '../support/play.js';
import { ADMIN, startTestServer, type TestServer } from '../support/start-server.js';
import { Phone, UnitsDesk } from '../support/units.js';

const METRICS_TOKEN = 'shown-by-prometheus-alone';

describe('a secret', () => {
  let server: TestServer;
  let admin: Browser;
  /** By what they open. Each was used at least once. */
  let secrets: Readonly<Record<string, string>>;

  beforeAll(async () => {
    server = await startTestServer({ config: { metricsToken: METRICS_TOKEN } });
    const setupToken = server.setupToken ?? '';
    admin = await server.setUpAdmin();
    const hall = await Hall.open(server.origin, admin);
    const { personToken: guest } = await hall.seat('李四');
    const units = new UnitsDesk(admin);
    const { id } = await units.add(null, { name: '吉林市', kind: 'region' });
    const code = await units.code(id);
    const phone = new Phone(server.origin);
    const { recoveryCode } = (await phone.register(code, '张三')).body as { recoveryCode: string };
    const claim = { door: { pin: hall.round.pin }, name: '李四' };
    const seat = (await admin.post('/api/play/seat-claims', claim)).body as { claimSecret: string };
    const person = (await new Phone(server.origin).claim(code, '张三')).body as { claimSecret: string };
    const remote = (await admin.post(`/api/rounds/${hall.round.id}/remote-codes`)).body as { code: string };
    const taken = (await admin.post('/api/remote/take', { code: remote.code })).body as { secret: string };
    secrets = {
      ...{ 'the setup link': setupToken, 'a password': ADMIN.password, 'a session': admin.cookie?.split('=')[1] ?? '' },
      ...{ 'the token of a guest': guest, 'the token of a person': phone.personToken, 'a recovery code': recoveryCode },
      ...{ 'a claim of a seat': seat.claimSecret, 'a claim of a person': person.claimSecret },
      ...{ 'a pairing': taken.secret, 'the figures': METRICS_TOKEN },
    };
  });
  afterAll(() => server.remove());

  const toldIn = (text: string) =>
    Object.entries(secrets).filter(([, secret]) => text.includes(secret) || text.includes(secret.replace(/-/g, '')));

  it('is long enough to be one', () => {
    for (const [what, secret] of Object.entries(secrets)) expect([what, secret.length >= 12]).toEqual([what, true]);
  });

  it('is in no row of the database as it is', async () => {
    const rows = await rowsOf(server);
    expect(rows).toContain('张三');
    expect(toldIn(rows)).toEqual([]);
  });

  it('that is a password is kept as argon2id with 19 MiB and two passes, with a salt of its own', async () => {
    await admin.post('/api/accounts', { name: '周组织', password: ADMIN.password, role: 'organiser' });
    const hashes = (await rowsOf(server)).match(/\$argon2id\$[^"]+/g) ?? [];
    expect(hashes).toHaveLength(2);
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(new Set(hashes).size).toBe(2);
  });

  it('is told neither by the figures nor by the description of the API', async () => {
    const figures = await server.browser().get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
    expect(figures.status).toBe(200);
    expect(toldIn(String(figures.body))).toEqual([]);
    expect(toldIn(JSON.stringify((await server.browser().get('/api/docs')).body))).toEqual([]);
    for (const name of ['张三', '李四', ADMIN.name]) expect(String(figures.body)).not.toContain(name);
  });
});
