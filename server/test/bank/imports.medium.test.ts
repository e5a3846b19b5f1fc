import type { ImportDetail, ImportItem } from '@anquanli/contract/bank-imports.js';
import { read, utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportReader } from '../../src/features/bank/imports/import-reader.service.js';
import { rowsOf } from '../edges/rows.js';
import type { Browser } from '../support/browser.js';
import { Desk } from '../support/desk.js';
import { aQuestionSet } from '../support/releases.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';

type Row = readonly (string | number)[];

/** A table as admins have it: a title above the headers, bare numbers for kinds, full-width letters, two broken rows. */
const MESSY: readonly Row[] = [
  ['XX公司2026年安全月题库'],
  ['序号', '题型', '题干（必填）', '选项A', '选项B', '选项C', '选项D', '正确答案', '解析', '难度'],
  [1, 1, '发现火情第一步做什么？', '报警', '拍照', '围观', '离开', 'Ａ', '越早越好。', '易'],
  [2, 2, '下列哪些可以用来灭火？', '灭火器', '消防栓', '汽油', '酒精', 'A，B', '', '中'],
  [3, 1, '电器起火先做什么？', '断电', '泼水', '', '', 'E', '', ''],
  [4, 1, '', '甲', '乙', '丙', '丁', 'B', '', ''],
  [5, 3, '灭火器压力不足也可以用。', '', '', '', '', '错误', '', '难'],
];

describe('importing', () => {
  let server: TestServer;
  let admin: Browser;
  let desk: Desk;

  beforeEach(async () => {
    server = await startTestServer();
    admin = await server.setUpAdmin();
    desk = await Desk.open(admin);
  });

  afterEach(async () => server.remove());

  const start = async (rows: readonly Row[], name = '题库.xlsx') => {
    const content = workbook(rows).toString('base64');
    const { body } = await admin.post('/api/bank/imports', { setId: desk.setId, name, content });
    return ready((body as ImportDetail).id);
  };
  const get = async (id: string) => (await admin.get(`/api/bank/imports/${id}`)).body as ImportDetail;
  const ready = async (id: string): Promise<ImportDetail> => {
    let detail = await get(id);
    await until(async () => (detail = await get(id)).state !== 'reading');
    return detail;
  };
  const items = async (id: string, view: string) =>
    ((await admin.get(`/api/bank/imports/${id}/items?view=${view}`)).body as { items: ImportItem[] }).items;
  const confirm = async (detail: ImportDetail) => {
    const choices = { typeCodes: { '1': 'single', '2': 'multiple', '3': 'boolean' }, defaultCategory: 'fire' };
    await admin.put(`/api/bank/imports/${detail.id}/choices`, { version: detail.version, choices });
    return ready(detail.id);
  };
  const commit = ({ id, version }: ImportDetail, leaveOut: string[] = []) =>
    admin.post(`/api/bank/imports/${id}/commit`, { version, leaveOut });

  it('finds the headers, reads the good rows and says of the others what and where', async () => {
    const detail = await start(MESSY);
    expect(detail).toMatchObject({
      state: 'ready',
      mapping: { container: 'xlsx', sheets: [{ headerRow: 2, isUsed: true }] },
      counts: { good: 3, refused: 2 },
    });
    const refused = await items(detail.id, 'refused');
    expect(refused.map(({ where }) => where.row)).toEqual([5, 6]);
    for (const { problems, question } of refused) {
      expect(question).toBeNull();
      expect(problems[0]).toMatchObject({ weight: 'refusal', says: { zh: expect.any(String) } });
    }
  });

  it('asks what bare numbers mean before anything goes in', async () => {
    const detail = await start(MESSY);
    expect(detail.mapping?.typeCodes.every(({ isConfirmed }) => !isConfirmed)).toBe(true);
    expect(await commit(detail)).toMatchObject({ status: 409, body: { code: 'import_unconfirmed' } });
    const confirmed = await confirm(detail);
    expect(confirmed.mapping?.typeCodes.every(({ isConfirmed }) => isConfirmed)).toBe(true);
    expect(await commit(confirmed)).toMatchObject({ status: 200, body: { added: 3, unchanged: 0 } });
  });

  it('turns the good rows into drafts that know their file and row', async () => {
    const detail = await confirm(await start(MESSY));
    await commit(detail);
    const { body } = await admin.get(desk.path(`/questions?importId=${detail.id}`));
    const { questions, total } = body as { questions: { id: string; stem: string }[]; total: number };
    expect(total).toBe(3);
    const first = questions.find(({ stem }) => stem.startsWith('发现火情'));
    expect((await desk.read(first?.id ?? '')).question).toMatchObject({
      status: 'draft',
      category: 'fire',
      difficulty: 1,
      provenance: { origin: 'imported', file: '题库.xlsx', row: 3 },
    });
  });

  it('reads a mended row again at once, and keeps it mended when the page is left', async () => {
    const detail = await confirm(await start(MESSY));
    const [broken] = await items(detail.id, 'refused');
    const mended = await admin.put(`/api/bank/imports/${detail.id}/repairs`, {
      version: detail.version,
      ref: broken?.ref,
      texts: { answer: 'A' },
    });
    expect(mended.body).toMatchObject({
      item: { isRepaired: true, question: { type: 'single', stem: '电器起火先做什么？' } },
      detail: { counts: { good: 4, refused: 1 } },
    });
    await server.stop();
    server = await startTestServer({ config: server.config, prepare: () => Promise.resolve() });
    const session = admin.cookie;
    admin = server.browser();
    admin.cookie = session;
    expect((await get(detail.id)).counts).toMatchObject({ good: 4, refused: 1 });
    expect(await commit(await get(detail.id))).toMatchObject({ body: { added: 4 } });
  });

  it('changes nothing when the same file comes twice', async () => {
    await commit(await confirm(await start(MESSY)));
    const again = await confirm(await start(MESSY, '换了名字.xlsx'));
    expect(again.counts).toMatchObject({ good: 3, known: 3 });
    expect(await commit(again)).toMatchObject({ body: { added: 0, unchanged: 3 } });
    expect((await desk.set()).questions.total).toBe(3);
  });

  it('leaves out what the admin leaves out, and shows what resembles it', async () => {
    await commit(await confirm(await start(MESSY)));
    const more: Row[] = [
      ...MESSY.slice(0, 2),
      [1, 1, '发现火情，第一步做什么', '报警', '拍照', '围观', '离开', 'A', '', ''],
    ];
    const detail = await confirm(await start(more));
    const [similar] = await items(detail.id, 'similar');
    expect(similar).toMatchObject({ similar: [{ ref: null, stem: '发现火情第一步做什么？' }] });
    expect(await commit(detail, [similar?.ref ?? ''])).toMatchObject({ body: { added: 0 } });
  });

  it('hands out the refused rows with the reasons, in the language asked for', async () => {
    const { id } = await start(MESSY);
    const response = await fetch(`${server.origin}/api/bank/imports/${id}/refused?language=en`, {
      headers: { cookie: admin.cookie ?? '' },
    });
    const book = read(new Uint8Array(await response.arrayBuffer()));
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).toContain('电器起火先做什么？');
  });

  it('reads pasted text by the same way', async () => {
    const text = '一、单选题\n1．发现有人触电，先做什么？（ B ）\nA．用手拉开　B．切断电源\nC．浇水　D．拍照';
    const { body } = await admin.post('/api/bank/imports', { setId: desk.setId, name: '粘贴的文字', text });
    const detail = await ready((body as ImportDetail).id);
    expect(detail).toMatchObject({ mapping: { container: 'text' }, counts: { good: 1 } });
    const [item] = await items(detail.id, 'good');
    expect(item?.question).toMatchObject({ type: 'single', answer: { option: 'b' } });
  });

  it('takes what was approved elsewhere for a draft', async () => {
    const { questions } = aQuestionSet();
    const approved = questions.map((question) => ({ ...question, citations: [] }));
    const content = Buffer.from(JSON.stringify(approved)).toString('base64');
    const { body } = await admin.post('/api/bank/imports', { setId: desk.setId, name: '别家的.json', content });
    const detail = await ready((body as ImportDetail).id);
    expect(await commit(detail)).toMatchObject({ status: 200, body: { added: approved.length } });
    const { questions: counts } = await desk.set();
    expect(counts.byStatus).toEqual([{ status: 'draft', count: approved.length }]);
  });

  it('says what is wrong with a file that is none, and forgets what is thrown away', async () => {
    const content = Buffer.from('%PDF-1.7 no questions here').toString('base64');
    const { body } = await admin.post('/api/bank/imports', { setId: desk.setId, name: '题库.docx', content });
    const { id, state, problems } = await ready((body as ImportDetail).id);
    expect(state).toBe('failed');
    expect(problems).toMatchObject([{ weight: 'file', says: { zh: expect.any(String) } }]);
    expect(await admin.delete(`/api/bank/imports/${id}`)).toMatchObject({ status: 200 });
    expect(await admin.get(`/api/bank/imports/${id}`)).toMatchObject({ status: 404 });
  });

  it('keeps nothing of what is thrown away while it is being read', async () => {
    const content = workbook(MESSY).toString('base64');
    const { body } = await admin.post('/api/bank/imports', { setId: desk.setId, name: '题库.xlsx', content });
    const { id } = body as ImportDetail;
    expect(await admin.delete(`/api/bank/imports/${id}`)).toMatchObject({ status: 200, body: { ok: true } });
    expect(await admin.delete(`/api/bank/imports/${id}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    await until(() => server.app.get(ImportReader).progressOf(id) === null);
    expect(await rowsOf(server)).not.toContain(id);
  });

  it('takes a file or a text, not both and not neither', async () => {
    const post = (body: object) => admin.post('/api/bank/imports', { setId: desk.setId, name: 'x', ...body });
    expect((await post({})).status).toBe(400);
    expect((await post({ text: 'a', content: 'YQ==' })).status).toBe(400);
    expect((await post({ content: '不是base64' })).status).toBe(400);
    expect((await admin.get('/api/bank/imports')).body).toEqual({ imports: [] });
  });
});

function workbook(rows: readonly Row[]): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '题目');
  return Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
