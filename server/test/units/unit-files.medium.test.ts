import type { UnitImportPreview, UnitImportResult } from '@anquanli/contract/unit-files';
import type { UnitChange } from '@anquanli/contract/units';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { UnitStepWriter } from '../../src/features/units/files/unit-step-writer.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Browser } from '../support/browser.js';
import { ENGINES, type Place } from '../support/engines.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { aWorkbook, textsOf, type Row } from '../support/tables.js';
import { UnitsDesk } from '../support/units.js';

const HEAD: Row = ['上级单位', '单位名称', '类型', '行业', '单位编码', '在岗人数', '别名', '注册需审核'];

describe.each(ENGINES)('files of units on $engine', ({ place }) => {
  let at: Place;
  let server: TestServer;
  let admin: Browser;
  let desk: UnitsDesk;
  let gas: string;

  beforeAll(async () => {
    at = await place();
    server = await startTestServer({ config: { ...(at.database && { database: at.database }) } });
    admin = await server.setUpAdmin();
    desk = new UnitsDesk(admin);
    const city = (await desk.add(null, { name: '吉林市', kind: 'region' })).id;
    gas = (await desk.add(city, { name: '城投燃气', kind: 'enterprise', code: 'GAS-1', headCount: 10 })).id;
    await desk.add(city, { name: '热力', kind: 'enterprise', code: 'HEAT-1' });
  }, 60_000);

  afterAll(async () => {
    await server.remove();
    await at.remove();
  });

  const preview = async (content: string, browser = admin) =>
    (await browser.post('/api/unit-files/preview', { content })).body as UnitImportPreview;
  const bringIn = (content: string, digest: string, browser = admin) =>
    browser.post('/api/unit-files/import', { content, digest });
  const download = async (query: string, browser = admin): Promise<ArrayBuffer> => {
    const headers = { cookie: browser.cookie ?? '' };
    const response = await fetch(`${server.origin}/api/unit-files/${query}`, { headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('sheet')]);
    return response.arrayBuffer();
  };
  const asContent = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');
  const history = async (id: string) =>
    ((await admin.get(`/api/units/${id}/history`)).body as { changes: UnitChange[] }).changes;
  const named = async (name: string) => {
    const unit = (await desk.list()).find((each) => each.name === name);
    if (unit === undefined) throw new Error(`no unit ${name}`);
    return unit;
  };

  it('shows what a file would do, writes nothing, and does just that when it is brought in', async () => {
    const content = aWorkbook(
      HEAD,
      ['吉林市 / 城投燃气 / 维修部', '机修一班', '班组', '', '', 12, '机修、一班', '是'],
      ['吉林市 / 城投燃气', '维修部', '部门'],
      ['吉林市', '城投燃气集团', '', '燃气', 'GAS-1', 40],
      ['吉林市', '热力'],
      ['吉林市 / 不知道', '甲班', '班组'],
    );
    const before = await desk.list();
    const shown = await preview(content);
    expect(shown.counts).toEqual({ new: 2, changed: 1, unchanged: 1, error: 1 });
    expect(shown.rows[2]).toMatchObject({
      rowNo: 4,
      changes: [
        { column: 'name', before: '城投燃气', after: '城投燃气集团' },
        { column: 'sector', before: null, after: '燃气' },
        { column: 'headCount', before: '10', after: '40' },
      ],
    });
    expect(shown.rows[4]).toMatchObject({
      is: 'error',
      rowNo: 6,
      problems: [{ column: 'path', code: 'parent_unknown', found: '吉林市 / 不知道' }],
    });
    expect(await desk.list()).toEqual(before);

    const { body } = await bringIn(content, shown.digest);
    expect(body).toMatchObject({ added: 2, changed: 1, unchanged: 1, refused: [{ rowNo: 6 }] });
    const repair = await named('机修一班');
    expect(repair).toMatchObject({ headCount: 12, aliases: ['机修', '一班'], needsApproval: true, version: 1 });
    expect(await named('维修部')).toMatchObject({ id: repair.parentId, parentId: gas });
    expect(await desk.get(gas)).toMatchObject({ name: '城投燃气集团', headCount: 40, version: 2 });
    expect((await history(gas))[0]).toMatchObject({
      action: 'changed',
      detail: 'name sector headCount',
      byName: '王安全',
    });
    expect((await history(repair.id))[0]).toMatchObject({ action: 'created', detail: '机修一班' });
  });

  it('refuses to bring in what would do something else by now', async () => {
    const content = aWorkbook(HEAD, ['吉林市', '供水公司', '企业', '', 'WATER-1', 5]);
    const { digest } = await preview(content);
    expect((await bringIn(content, digest)).body).toMatchObject({ added: 1 });
    expect((await bringIn(content, digest)).body).toMatchObject({ code: 'stale_version' });
    const again = await preview(content);
    expect(again.counts).toMatchObject({ new: 0, unchanged: 1 });
    expect((await bringIn(content, again.digest)).body).toEqual({ added: 0, changed: 0, unchanged: 1, refused: [] });
  });

  it('exports what brings nothing new, names like formulas and all', async () => {
    await desk.add(gas, { name: '=1+1', aliases: ['＝班', 'a/b', '、', "'=x", "''＋"], needsApproval: true });
    await desk.add(gas, { name: '甲/乙', sector: '-', headCount: 3 });
    await desk.order((await desk.add(gas, { name: '夜班' })).id, 'retirement', { isRetired: true });
    const { id } = await desk.add(gas, { name: '旧班' });
    await desk.order(id, 'merger', { into: (await named('甲/乙')).id });
    for (const language of ['zh', 'en']) {
      const bytes = await download(`export?language=${language}`);
      const shown = await preview(asContent(bytes));
      expect(shown.rows.filter(({ is }) => is !== 'unchanged')).toEqual([]);
      const rows = textsOf(bytes)[language === 'zh' ? '单位' : 'Units'] ?? [];
      expect(rows.flat().filter((text) => /^[=+\-@＝＋－＠]/.test(text))).toEqual([]);
      expect(rows[0]?.slice(-2)).toEqual(language === 'zh' ? ['状态', '注册人数'] : ['Status', 'Registered']);
    }
    const part = textsOf(await download(`export?unitId=${gas}&language=zh`))['单位'] ?? [];
    expect(part[1]?.slice(0, 2)).toEqual(['吉林市', '城投燃气集团']);
    expect(part.flat()).not.toContain('热力');
  });

  it('gives an empty template whose example is not read', async () => {
    const bytes = await download('template?language=zh');
    const rows = textsOf(bytes)['单位'] ?? [];
    expect(rows[0]).toEqual([...HEAD]);
    expect(await preview(asContent(bytes))).toMatchObject({ skipped: 1, rows: [] });
  });

  it('keeps captains to their subtree', async () => {
    const captain = await desk.captainOf(gas, server.origin, `燃气长${server.port}`);
    const content = aWorkbook(HEAD, ['吉林市 / 城投燃气集团', '巡线班', '班组'], ['吉林市', '热力', '', '', '', 99]);
    const shown = await preview(content, captain);
    expect(shown.rows).toMatchObject([{ is: 'new' }, { is: 'error', problems: [{ code: 'out_of_reach' }] }]);
    expect((await bringIn(content, shown.digest, captain)).body).toMatchObject({ added: 1 });
    expect((await named('热力')).headCount).toBeNull();
    expect(textsOf(await download('export?language=zh', captain))['单位']?.flat()).not.toContain('热力');
    const heat = (await named('热力')).id;
    expect((await captain.get(`/api/unit-files/export?unitId=${heat}&language=zh`)).body).toMatchObject({
      code: 'not_found',
    });
  });

  it('says within five seconds why a file is none', async () => {
    const whole = Buffer.from(aWorkbook(HEAD, ['', '甲', '企业']), 'base64');
    const many = Array.from({ length: 2_001 }, (_, no): Row => ['', `单位${no}`, '企业']);
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60e6) }, { level: 9 });
    const brackets = `"${'('.repeat(190_000)}",类型\r\n`;
    const files: [string | Uint8Array, string][] = [
      [whole.subarray(0, whole.length / 2), 'file_damaged'],
      [bomb, 'file_too_large'],
      [strToU8('%PDF-1.7 not a table'), 'not_a_table'],
      [strToU8('姓名,电话\r\n张三,1'), 'no_headings'],
      [strToU8(brackets.repeat(10)), 'no_headings'],
      [aWorkbook(HEAD), 'no_rows'],
      [aWorkbook(HEAD, ...many), 'too_many_rows'],
    ];
    for (const [file, reason] of files) {
      const content = typeof file === 'string' ? file : Buffer.from(file).toString('base64');
      const startedAt = performance.now();
      const { status, body } = await admin.post('/api/unit-files/preview', { content });
      expect([status, body]).toMatchObject([400, { code: 'unit_file_refused', details: { path: reason } }]);
      expect(performance.now() - startedAt).toBeLessThan(5_000);
    }
    expect((await admin.post('/api/unit-files/preview', { content: '不是base64' })).body).toMatchObject({
      code: 'invalid_input',
    });
  });

  it('reads a csv from an old spreadsheet program', async () => {
    // 单位名称,类型 and 老厂,企业 in GBK.
    const gbk = Buffer.from('b5a5cebbc3fbb3c62cc0e0d0cd0d0ac0cfb3a72cc6f3d2b50d0a', 'hex');
    expect((await preview(gbk.toString('base64'))).rows).toMatchObject([
      { is: 'new', name: '老厂', kind: 'enterprise' },
    ]);
  });

  it('plans the rest anew when somebody else changes the tree, and leaves out what would be different by then', async () => {
    const names = Array.from({ length: 45 }, (_, no) => `新班${no}`);
    const content = aWorkbook(HEAD, ...names.map((name): Row => ['吉林市 / 热力', name, '班组']));
    const { digest } = await preview(content);
    const heat = (await named('热力')).id;
    const writer = server.app.get(UnitStepWriter);
    const write = writer.write.bind(writer);
    let isFirst = true;
    writer.write = async (...work) => {
      const isDone = await write(...work);
      if (isFirst) {
        isFirst = false;
        await desk.add(heat, { name: '新班40' });
      }
      return isDone;
    };
    const { body } = await bringIn(content, digest);
    writer.write = write;
    expect(body).toMatchObject({
      added: 44,
      refused: [{ name: '新班40', problems: [{ code: 'changed_meanwhile' }] }],
    });
    const made = (await desk.list()).filter(({ name }) => name.startsWith('新班'));
    expect(made.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('brings in 2,000 rows in transactions that are over in a moment, also while others change the tree', async () => {
    const rows = Array.from({ length: 2_000 }, (_, no): Row => [
      ...(no < 20 ? ['大集团', `分厂${no}`, '部门'] : [`大集团 / 分厂${no % 20}`, `班组${no}`, '班组']),
      ...['', `BIG-${no}`, (no % 50) + 1],
    ]);
    const content = aWorkbook(HEAD, ...rows.slice(1), ['', '大集团', '企业'], rows[0] ?? []);
    // 2,001 rows are one too many.
    expect(await preview(content)).toMatchObject({ code: 'unit_file_refused' });
    const fitting = aWorkbook(HEAD, ...rows.slice(1), ['', '大集团', '企业']);
    const startedAt = performance.now();
    const shown = await preview(fitting);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(shown.counts).toMatchObject({ new: 1_901, error: 99 });

    const longest = watchTransactions(server);
    const importing = bringIn(fitting, shown.digest);
    const meddler = await desk.add(null, { name: '别人新建的', kind: 'region' });
    const done = (await importing).body as UnitImportResult;
    expect(meddler.name).toBe('别人新建的');
    expect([done.added, done.refused.length]).toEqual([1_901, 99]);
    expect((await preview(fitting)).counts).toMatchObject({ new: 0, unchanged: 1_901, error: 99 });
    // The middle one: a busy machine may hold up any of them.
    expect(median(longest())).toBeLessThan(20);
  }, 60_000);
});

/** How long each transaction took, in milliseconds, from its begin to its end. */
function watchTransactions({ app }: TestServer): () => number[] {
  const unitOfWork = app.get(UnitOfWork);
  const took: number[] = [];
  const run = unitOfWork.run.bind(unitOfWork);
  unitOfWork.run = <T>(work: Parameters<typeof run<T>>[0]) =>
    run<T>(async (tx) => {
      const startedAt = performance.now();
      const value = await work(tx);
      took.push(performance.now() - startedAt);
      return value;
    });
  return () => {
    unitOfWork.run = run;
    return took;
  };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
