import { createRequire } from 'node:module';
import type { WorkBook } from '@e965/xlsx';
import type { BankQuestion } from '@anquanli/contract/question-bank';
import { LAPTOP, PHONE, PROJECTOR, expect, test } from './fixtures';
import { DeskPage } from './pages/desk-page';
import { HostPage } from './pages/host-page';
import { PhonePage } from './pages/phone-page';
import { StagePage } from './pages/stage-page';
import { ADMIN, signInAdmin } from './support/hall-api';
import { startHallServer, type HallServer } from './support/hall-server';
import { rightTexts, wrongTexts } from './support/question-text';

interface Xlsx {
  readFile(path: string): WorkBook;
  utils: { sheet_to_json(sheet: unknown, options: { header: 1 }): unknown[][] };
}
const xlsx = createRequire(new URL('../../server/package.json', import.meta.url))('@e965/xlsx') as Xlsx;

let server: HallServer;
test.beforeAll(async () => {
  server = await startHallServer();
});
test.afterAll(() => server.stop());

test('a hall plays a whole round, from the set-up link to the exported table', async ({ newPage }) => {
  test.setTimeout(200_000);
  const { hallUrl, setupToken } = server;
  const desk = new DeskPage(await newPage(LAPTOP), hallUrl);
  let host = new HostPage(desk.page, hallUrl);
  const stage = new StagePage(await newPage(PROJECTOR), hallUrl);
  const newPhone = async () => new PhonePage(await newPage(PHONE), hallUrl);
  const [li, wang, zhao] = [await newPhone(), await newPhone(), await newPhone()];
  const phones = [li, wang, zhao];
  let questions: readonly [BankQuestion, BankQuestion, BankQuestion];
  let pin = '';

  await test.step('the printed link makes the first admin', async () => {
    expect(setupToken).not.toBeNull();
    await desk.setUp(setupToken ?? '', ADMIN);
  });

  await test.step('a round of three questions is made and opens in the console', async () => {
    const bank = await signInAdmin(server);
    await desk.link('新建场次').click();
    await desk.page.getByLabel('场次名称').fill('安全月第一场');
    await desk.chooseRadio('自己挑题');
    const picked: BankQuestion[] = [];
    for (const kind of ['单选', '多选', '判断']) {
      await desk.page.getByLabel('全部题型').selectOption(kind);
      const add = desk.button(/^加上：/).first();
      const stem = (await add.getAttribute('aria-label'))?.replace('加上：', '');
      await add.click();
      picked.push(...bank.questions.filter((question) => question.stem === stem));
    }
    const [single, multiple, boolean] = picked;
    if (single === undefined || multiple === undefined || boolean === undefined) throw new Error('Not three questions');
    questions = [single, multiple, boolean];
    await desk.page.getByLabel('每题几秒').fill('45');
    await desk.button('建好，去主持').click();
    await expect(host.says('等大家入场')).toBeVisible();
  });

  await test.step('the stage opens on another computer by its read-only code', async () => {
    await host.button('打开大屏').click();
    const shown = host.dialog('打开大屏').getByText(/^[0-9A-Za-z]{4} [0-9A-Za-z]{4}$/);
    const code = (await shown.textContent()) ?? '';
    await stage.openByCode(code);
    await host.page.keyboard.press('Escape');
    await expect(host.dialog('打开大屏')).toBeHidden();
    pin = ((await stage.page.getByLabel(/^(\d ){5}\d$/).textContent()) ?? '').trim();
    expect(pin).toMatch(/^\d{6}$/);
  });

  await test.step('three phones come in, by the code and by the link in the QR', async () => {
    await li.joinByPin(pin, '李明');
    const door = await li.page.evaluate(() => localStorage.getItem('anquanli.seat') ?? '');
    const joinToken = /"joinToken":"([0-9a-z]{16})"/.exec(door)?.[1] ?? '';
    await wang.joinByLink(`/j/${joinToken}`, '王芳');
    await zhao.joinByLink(`/j/${joinToken}`, '赵铁柱');
    await expect(stage.text('赵*柱')).toBeVisible();
    await expect(host.person('王芳')).toContainText('在线');
  });

  await test.step('question 1: a phone that reloads is back in its seat; the last answer closes it', async () => {
    const [question] = questions;
    await host.openQuestion(1);
    await Promise.all(phones.map((phone) => phone.seesQuestion(1)));
    await expect(stage.text(question.stem)).toBeVisible();
    await wang.page.reload();
    await wang.seesQuestion(1);
    await Promise.all([li.choose(rightTexts(question)), zhao.choose(wrongTexts(question).slice(0, 1))]);
    await expect(li.kept()).toBeVisible();
    await expect(zhao.kept()).toBeVisible();
    await wang.choose(rightTexts(question));
    await expect(host.says('第 1 题 · 已收题')).toBeVisible();
    await host.reveal();
    await Promise.all([
      li.seesVerdict('答对了！'),
      wang.seesVerdict('答对了！'),
      zhao.seesVerdict('这题没答对'),
      expect(stage.text('为什么')).toBeVisible(),
    ]);
  });

  await test.step('the leaderboard shows the order, on the stage and on each phone', async () => {
    await host.leaderboard();
    await expect(stage.page.getByRole('heading', { name: '排行榜' })).toBeVisible();
    await expect(zhao.page.getByRole('listitem').filter({ hasText: '赵铁柱（我）' })).toBeVisible();
  });

  await test.step('question 2: the host goes on from another device; what is selected is sent at the close', async () => {
    const [, question] = questions;
    await host.openQuestion(2);
    await Promise.all(phones.map((phone) => phone.seesQuestion(2)));
    await host.page.context().close();
    await li.choose(rightTexts(question));
    await li.submit().click();
    await expect(li.kept()).toBeVisible();
    await wang.choose(rightTexts(question));
    await expect(wang.submit()).toContainText(`已选 ${rightTexts(question).length} 项`);

    const takenOver = new DeskPage(await newPage(LAPTOP), hallUrl);
    await takenOver.signIn(ADMIN);
    await takenOver.link(/^接着主持/).click();
    host = new HostPage(takenOver.page, hallUrl);
    await expect(host.says('第 2 题 · 答题中')).toBeVisible();
    await host.close();
    await expect(wang.kept()).toBeVisible();
    await host.reveal();
    await Promise.all([li.seesVerdict('答对了！'), wang.seesVerdict('答对了！'), zhao.seesVerdict('这题没有作答')]);
    await host.leaderboard();
  });

  await test.step('question 3: an answer chosen offline is kept on the phone and counts when it comes back', async () => {
    const [, , question] = questions;
    await host.openQuestion(3);
    await Promise.all(phones.map((phone) => phone.seesQuestion(3)));
    await zhao.page.context().setOffline(true);
    await expect(zhao.tape()).toBeVisible();
    await zhao.choose(rightTexts(question));
    await expect(zhao.text('答案存在手机里，还没送到')).toBeVisible();
    await Promise.all([li.choose(rightTexts(question)), wang.choose(wrongTexts(question))]);
    await expect(host.person('赵铁柱')).not.toContainText('已答');
    await zhao.page.context().setOffline(false);
    await expect(zhao.kept()).toBeVisible();
    await expect(host.says('第 3 题 · 已收题')).toBeVisible();
    await host.reveal();
    await Promise.all([li.seesVerdict('答对了！'), wang.seesVerdict('这题没答对'), zhao.seesVerdict('答对了！')]);
    await host.leaderboard();
  });

  await test.step('the podium; every phone has its own rank and a review of all questions', async () => {
    await host.podium();
    await expect(stage.text('安全高手')).toBeVisible();
    await expect(li.text('李明，您的最终名次')).toBeVisible();
    for (const [phone, rank] of [
      [li, 1],
      [wang, 2],
      [zhao, 3],
    ] as const) {
      await expect(phone.title()).toHaveText(`第${rank}名`);
    }
    await zhao.button('看全部 3 题解析').click();
    for (const { explanation } of questions) await expect(zhao.text(explanation)).toBeVisible();
  });

  await test.step('the results show the board, and the table opens as a workbook', async () => {
    await host.page.getByRole('link', { name: '看成绩和导出' }).click();
    const board = host.page.getByRole('table').getByRole('row');
    await expect(board.nth(1)).toContainText('李明');
    await expect(board.nth(3)).toContainText('赵铁柱');
    const downloading = host.page.waitForEvent('download');
    await host.button('导出表格').click();
    const path = await (await downloading).path();
    const book = xlsx.readFile(path);
    const cells = Object.values(book.Sheets)
      .flatMap((sheet) => xlsx.utils.sheet_to_json(sheet, { header: 1 }))
      .flat();
    expect(cells).toEqual(expect.arrayContaining(['李明', '王芳', '赵铁柱', questions[1].stem]));
  });
});
