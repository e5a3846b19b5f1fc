import { bankImportRoutes, type ImportDetail } from '@anquanli/contract/bank-imports';
import { BankImportEntity } from '../../src/features/bank/entities/bank-import.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Browser } from '../support/browser.js';
import type { TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';
import type { Example } from './hall-of-routes.js';

const TABLE = [
  '题型,题干,选项A,选项B,答案,类别',
  '1,进入厨房先看什么？,出口,菜单,A,厨房',
  '1,油锅起火先做什么？,盖锅盖,浇水,E,',
].join('\r\n');

/** Files on their way into a set: one to decide about, one to mend, one to commit, one to throw away. */
export async function furnishImports(server: TestServer, admin: Browser, setId: string): Promise<Example[]> {
  const name = '班前题.csv';
  const content = Buffer.from(TABLE).toString('base64');
  const start = async () => {
    const { body } = await admin.post('/api/bank/imports', { setId, name, content });
    return { params: { importId: (body as ImportDetail).id } };
  };
  const [decided, mended, committed, removed] = [await start(), await start(), await start(), await start()];
  await importsAreRead(server);
  // What bare numbers mean has been said of the one that is to be committed.
  const confirmed = { version: 1, choices: { typeCodes: { '1': 'single' } } };
  await admin.put(`/api/bank/imports/${committed.params.importId}/choices`, confirmed);
  await importsAreRead(server);
  const choices = {
    sheets: { CSV: { isUsed: true, headerRow: 1, layout: 'question-rows', columns: { '5': 'category' } } },
    ...{ encoding: 'utf-8', typeCodes: { '1': 'single' }, categories: { 厨房: 'fire' } },
    ...{ defaultCategory: 'law', defaultDifficulty: 3 },
  };
  return [
    { route: bankImportRoutes.list, input: {} },
    {
      route: bankImportRoutes.start,
      input: { body: { setId, name: '粘贴.txt', text: '1. 着火先做什么？（A）\nA. 报警\nB. 拍照' } },
    },
    { route: bankImportRoutes.get, input: decided },
    { route: bankImportRoutes.items, input: { ...decided, query: { view: 'refused', offset: '0' } } },
    { route: bankImportRoutes.choose, input: { ...decided, body: { version: 1, choices } } },
    {
      route: bankImportRoutes.repair,
      input: { ...mended, body: { version: 1, ref: 's1!r3', texts: { answer: 'A', stem: '油锅起火怎么做？' } } },
    },
    { route: bankImportRoutes.commit, input: { ...committed, body: { version: 2, leaveOut: ['s1!r2'] } } },
    { route: bankImportRoutes.refused, input: { ...decided, query: { language: 'zh' } } },
    { route: bankImportRoutes.remove, input: removed },
  ];
}

/** Reading goes on after the reply: waits until no file is being read any more. */
export async function importsAreRead({ app }: Pick<TestServer, 'app'>): Promise<void> {
  await until(async () => {
    const reading = { state: 'reading' as const };
    return (await app.get(UnitOfWork).read((manager) => manager.countBy(BankImportEntity, reading))) === 0;
  });
}
