import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { Clock } from '../../src/platform/clock/clock.js';
import { Browser } from '../support/browser.js';
import { Hall, type Phone } from '../support/play.js';
import { aQuestionSet, writeReleases } from '../support/releases.js';
import { buildServer, type ServerProcess, startServerProcess } from '../support/server-process.js';
import { tempDir } from '../support/temp-dir.js';
import { until } from '../support/until.js';

/** The worker that writes the workbook is a built file: only the real process has it. */
describe('the export of a round', () => {
  let server: ServerProcess;
  let desk: Browser;
  let hall: Hall;
  let phones: Phone[];
  let remove: () => Promise<void>;

  beforeAll(async () => {
    buildServer();
    const temp = await tempDir();
    remove = temp.remove;
    const releases = path.join(temp.dir, 'releases');
    await writeReleases(releases, [aQuestionSet()]);
    server = await startServerProcess({ DATA_DIR: path.join(temp.dir, 'data'), ANQUANLI_RELEASES_DIR: releases });
    desk = new Browser(server.origin);
    await desk.post('/api/setup', { token: server.setupToken(), name: '王安全', password: 'gas-test-before-entry' });
    hall = await Hall.open(server.origin, desk);
    const host = await hall.host();
    phones = await hall.phones(['=1+1', '张三', '没答']);
    await host.order({ command: 'open_next' });
    const wall = new Clock();
    await until(() => wall.now() >= (host.view?.view.question?.opensAt ?? Infinity));
    for (const [index, option] of ['b', 'a'].entries()) {
      expect(await phones[index]?.answer(1, { kind: 'single', option })).toMatchObject({ ok: true });
    }
    await host.order({ command: 'close' });
    await host.order({ command: 'reveal' });
    await host.order({ command: 'finish' });
    await until(() => phones.every((phone) => phone.me?.standing));
  }, 300_000);

  afterAll(async () => {
    hall.leave();
    await server.end('SIGTERM');
    await remove();
  });

  async function workbook(language: string): Promise<WorkBook> {
    const response = await fetch(`${server.origin}/api/rounds/${hall.round.id}/export?language=${language}`, {
      headers: { cookie: desk.cookie ?? '' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.xlsx"/);
    return read(new Uint8Array(await response.arrayBuffer()), { type: 'array' });
  }

  const rowsOf = (book: WorkBook, index: number): (string | number)[][] => {
    const sheet = book.Sheets[book.SheetNames[index] ?? ''];
    return sheet ? utils.sheet_to_json(sheet, { header: 1 }) : [];
  };

  it('is a workbook with people and their answers, best first, the questions, and the settings', async () => {
    const book = await workbook('zh');
    expect(book.SheetNames).toHaveLength(3);
    const [head, ...people] = rowsOf(book, 0);
    expect(head?.length).toBeGreaterThanOrEqual(10);
    expect(people.map((row) => [row[0], row[2]])).toEqual([
      [1, '张三'],
      [2, expect.stringContaining('1+1')],
      [2, '没答'],
    ]);
    const standing = phones[1]?.me?.standing;
    expect(people[0]?.slice(3, 5)).toEqual([standing?.total, standing?.rightCount]);
    expect(people[0]?.[6]).toBe('A');
    expect(people[1]?.[6]).toBe('B');
    expect(people[2]?.[6]).toBeUndefined();
    expect(rowsOf(book, 1)).toHaveLength(4);
    expect(rowsOf(book, 1)[1]).toEqual(expect.arrayContaining([1, 3, 2]));
    expect(rowsOf(book, 2).flat()).toEqual(expect.arrayContaining([hall.round.title, 'test-set 1.0.0', 3]));
  });

  it('holds no cell that a spreadsheet would take for a formula', async () => {
    const book = await workbook('zh');
    const name = rowsOf(book, 0).flatMap((row) => row.filter((cell) => String(cell).includes('1+1')));
    expect(name).toEqual(["'=1+1"]);
    for (const sheet of Object.values(book.Sheets)) {
      for (const cell of Object.values(sheet)) expect((cell as { f?: string }).f).toBeUndefined();
    }
  });

  it('comes in the language that is asked for, and in no other', async () => {
    const [zh, en] = await Promise.all([workbook('zh'), workbook('en')]);
    expect(en.SheetNames).not.toEqual(zh.SheetNames);
    expect(rowsOf(en, 0).length).toBe(rowsOf(zh, 0).length);
    expect(await desk.get(`/api/rounds/${hall.round.id}/export?language=fr`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    });
  });

  it('of a round that is not there is refused as everywhere', async () => {
    const missing = `/api/rounds/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}/export?language=zh`;
    expect(await desk.get(missing)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await new Browser(server.origin).get(missing)).toMatchObject({ status: 401 });
  });
});
