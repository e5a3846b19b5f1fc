import type { BankLine, QuestionChange } from '@anquanli/contract/bank.js';
import type { ImportDetail } from '@anquanli/contract/bank-imports.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReleasesApi } from '../../src/features/questions/releases.api.js';
import type { Browser } from '../support/browser.js';
import { aContent, Desk } from '../support/desk.js';
import { ENGINES, type Place } from '../support/engines.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';

const CSV = `题干,选项A,选项B,选项C,答案,解析,依据,难度
火警电话是哪个？,119,110,120,A,全国统一。,GB 30871-2022 5.1.5,易
油锅起火先做什么？,盖锅盖,浇水,端走,Ａ,隔绝空气。,GB 30871-2022 5.2.1,中
没有答案的题？,甲,乙,丙,,,,`;

/** What each engine could see differently: unique keys, compare-and-set, searching, bytes, long texts, counting. */
describe.each(ENGINES)('the desk on $engine', ({ place }) => {
  let where: Place;
  let server: TestServer;
  let admin: Browser;
  let desk: Desk;

  beforeAll(async () => {
    where = await place();
    server = await startTestServer(where.database === null ? {} : { config: { database: where.database } });
    admin = await server.setUpAdmin();
    desk = await Desk.open(admin);
  }, 120_000);
  afterAll(async () => {
    await server.remove();
    await where.remove();
  });

  const imported = async (name: string): Promise<ImportDetail> => {
    const content = Buffer.from(CSV).toString('base64');
    const { body } = await admin.post('/api/bank/imports', { setId: desk.setId, name, content });
    const { id } = body as ImportDetail;
    return until(async () => {
      const detail = (await admin.get(`/api/bank/imports/${id}`)).body as ImportDetail;
      return detail.state !== 'reading' && detail;
    });
  };
  const commit = ({ id, version }: ImportDetail) =>
    admin.post(`/api/bank/imports/${id}/commit`, { version, leaveOut: [] });
  const search = async (query: string) =>
    (await admin.get(desk.path(`/questions?${query}`))).body as { questions: BankLine[]; total: number };

  it('takes a file in once, however often and at once it is committed', async () => {
    const [first, second] = [await imported('甲.csv'), await imported('乙.csv')];
    expect(first.counts).toMatchObject({ good: 2, refused: 1 });
    const outcomes = await Promise.all([commit(first), commit(second), commit(first)]);
    expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 200]);
    const added = outcomes.map(({ body }) => (body as { added: number }).added);
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(2);
    expect((await desk.set()).questions.total).toBe(2);
  });

  it('finds by words, kind, category, difficulty and source', async () => {
    expect((await search(`text=${encodeURIComponent('盖锅盖 隔绝')}`)).total).toBe(1);
    expect((await search(`text=${encodeURIComponent('100%_')}`)).total).toBe(0);
    expect((await search('kind=single&difficulty=1&source=gb-30871&status=draft&unreleased=1')).total).toBe(1);
    expect((await search('offset=1')).questions).toHaveLength(1);
  });

  it('lets one of two changes on the same version through, and remembers it', async () => {
    const [line] = (await search('difficulty=1')).questions;
    const open = await desk.read(line?.id ?? '');
    const saves = await Promise.all([3, 4].map((difficulty) => desk.save(open, aContent({ difficulty }))));
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await admin.get(desk.path(`/questions/${open.question.id}/history`));
    expect((body as { changes: QuestionChange[] }).changes.map(({ action }) => action)).toEqual(['edited', 'imported']);
  });

  it('releases, keeps the very file, withdraws, and counts', async () => {
    for (const { id } of (await search('')).questions) await desk.approve(await desk.read(id), { option: 'a' });
    const [one, two] = await Promise.all([desk.release('1.0.0'), desk.release('1.0.0')]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const set = await desk.set();
    expect(set.questions.byStatus).toEqual([{ status: 'approved', count: 2 }]);
    expect(set.releases).toMatchObject([{ version: '1.0.0', questionCount: 2, released: { by: '王安全' } }]);
    const document = await server.app.get(ReleasesApi).document(desk.setId, '1.0.0');
    expect(document?.contentHash).toBe(set.releases[0]?.contentHash);
    const path = desk.path('/releases/1.0.0/withdraw');
    const withdrawals = await Promise.all(['甲', '乙'].map((reason) => admin.post(path, { reason })));
    expect(withdrawals.map(({ status }) => status).sort()).toEqual([200, 404]);
  });
});
