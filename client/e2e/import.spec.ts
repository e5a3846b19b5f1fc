import type { Round } from './support/hall-api';
import { expect, test, type Hall } from './fixtures';
import type { HostPage } from './pages/host-page';
import { BankPage } from './pages/bank-page';
import { ImportPage } from './pages/import-page';
import type { PhonePage } from './pages/phone-page';
import { isAccessible } from './support/axe';
import { bankApi } from './support/bank-api';
import { messyWorkbook, numberedDocument } from './support/import-files';

test('a messy workbook is imported, mended, reviewed, released and played', async ({
  hall,
  newDesk,
  newHost,
  newPhone,
}) => {
  test.setTimeout(300_000);
  const bank = bankApi(hall);
  await bank.createSet('site-two', '二号工区题库');
  const desk = await newDesk();
  const { page } = desk;
  const imports = new ImportPage(page, hall.hallUrl);

  await test.step('it is read, and its bare type numbers are asked about', async () => {
    await imports.open('site-two');
    await isAccessible(page, 'the page to drop a file');
    await imports.choose('安全月题库.xlsx', messyWorkbook());
    await expect(page.getByText('工作表“题目” · 表头在第 3 行')).toBeVisible();
    await expect(page.getByText('像是填写说明，没有读')).toBeVisible();
    await expect(page.getByText('“2” · 2 行，看着像多选')).toBeVisible();
    await expect(page.getByText('先确认题型数字的意思')).toBeVisible();
    await expect(imports.commitButton(6)).toBeDisabled();
    await isAccessible(page, 'type numbers to confirm');
    await imports.button('对，就这样').click();
    await expect(page.getByText('题型写的是数字，请您确认')).toBeHidden();
    await expect(imports.commitButton(6)).toBeEnabled();
  });

  await test.step('leaving the page loses nothing', async () => {
    await desk.open('/bank/import');
    await desk.link(/^接着做\s*: 安全月题库/).click();
    await imports.isRead();
    await expect(imports.commitButton(6)).toBeEnabled();
  });

  await test.step('the two broken rows are mended with the keyboard', async () => {
    await expect(imports.tab('有问题', 2)).toBeVisible();
    await expect(imports.refused('第 6 行')).toContainText('答案里有 E，选项里没有');
    await isAccessible(page, 'rows to mend');
    await imports.button(/^修一修\s*: 题目 · 第 6 行/).click();
    await expect(imports.cell(/^答案/)).toBeFocused();
    await page.keyboard.type('Ｃ');
    await page.keyboard.press('Enter');
    await expect(page.getByText('题目 · 第 6 行改好了')).toBeVisible({ timeout: 20_000 });
    // The next one is open already, with the focus in its faulty cell.
    await expect(imports.refused('第 9 行')).toContainText('没有答案');
    await expect(imports.cell(/^答案/)).toBeFocused();
    await isAccessible(page, 'a row being mended');
    await page.keyboard.type('错');
    await page.keyboard.press('Enter');
    await expect(page.getByText('没有问题行')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('a phone shows what was read', async () => {
    await imports.tab('可入库', 8).click();
    await imports.button(/^第 5 行.*高处作业时/).click();
    const preview = page.getByRole('region', { name: '手机上的样子' });
    await expect(preview.getByText('高挂低用', { exact: true })).toBeVisible();
    await imports.button('揭晓时').click();
    await expect(preview.getByText('高挂低用，坠落的距离才短。')).toBeVisible();
    await isAccessible(page, 'good rows with their preview');
  });

  await test.step('the good ones become drafts, and the same file again adds nothing', async () => {
    await imports.commitButton(8).click();
    await expect(desk.heading('8 题进了草稿')).toBeVisible();
    await isAccessible(page, 'the result');
    await imports.open('site-two');
    await imports.choose('安全月题库.xlsx', messyWorkbook());
    await expect(page.getByText('其中 6 题已在题库')).toBeVisible();
    await expect(imports.button('没有要入库的题')).toBeDisabled();
  });

  await test.step('two are reviewed at the desk, the rest behind its back, and 1.0.0 is released', async () => {
    await bank.sendAllToReview('site-two');
    const review = new BankPage(page);
    await desk.open('/bank/site-two/review');
    for (const [stem, answers] of [
      [/违章作业/, ['上前制止']],
      [/安全带/, ['高挂低用']],
    ] as const) {
      const { question } = await bank.question('site-two', stem.source);
      await desk.open(`/bank/site-two/review?only=${question.id}`);
      await review.review(stem, async () => {
        for (const answer of answers) await review.phoneOption(answer).click();
      });
    }
    expect(await bank.reviewAll('site-two')).toBe(6);
    await desk.open('/bank/site-two/versions');
    await review.release('1.0.0');
  });

  await test.step('a hall plays the new version', async () => {
    const { question } = await bank.question('site-two', '安全带');
    const round = await roundOf(hall, 'site-two', [question.id]);
    await playRight({ round, host: await newHost(round.id), phone: await newPhone(), answer: '高挂低用' });
  });
});

test('a Word document with automatic numbers is imported, mended, released and played', async ({
  hall,
  newDesk,
  newHost,
  newPhone,
}) => {
  test.setTimeout(240_000);
  const bank = bankApi(hall);
  await bank.createSet('morning', '班前会题库');
  const desk = await newDesk();
  const { page } = desk;
  const imports = new ImportPage(page, hall.hallUrl);

  await imports.open('morning');
  await imports.choose('班前会.docx', numberedDocument());
  await expect(imports.tab('可入库', 2)).toBeVisible();
  await expect(imports.refused('第 10 行')).toContainText('2. 安全帽的下颏带应当怎样？');

  await test.step('a block is mended as text', async () => {
    await imports.button(/^修一修/).click();
    const block = imports.cell(/^整段文字/);
    await block.fill((await block.inputValue()).replace('答案：C', '答案：B'));
    await imports.button('存下，再读这题').click();
    await expect(page.getByText('没有问题行')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('drafts, reviewed and released', async () => {
    await imports.commitButton(3).click();
    await expect(desk.heading('3 题进了草稿')).toBeVisible();
    await desk.link('看这些草稿').click();
    await expect(desk.link('安全帽的下颏带应当怎样？')).toBeVisible();
    await bank.sendAllToReview('morning');
    expect(await bank.reviewAll('morning')).toBe(3);
    await desk.open('/bank/morning/versions');
    await new BankPage(page).release('1.0.0');
  });

  await test.step('a hall plays it', async () => {
    const { question } = await bank.question('morning', '下颏带');
    const round = await roundOf(hall, 'morning', [question.id]);
    await playRight({ round, host: await newHost(round.id), phone: await newPhone(), answer: '系紧' });
  });
});

function roundOf(hall: Hall, setId: string, questionIds: string[]): Promise<Round> {
  return hall.createRound({ settings: { setId, setVersion: '1.0.0', pick: { by: 'hand', questionIds } } });
}

interface Play {
  readonly round: Round;
  readonly host: HostPage;
  readonly phone: PhonePage;
  readonly answer: string;
}

/** One phone comes in, answers the one question rightly and is told so. */
async function playRight({ round, host, phone, answer }: Play): Promise<void> {
  await phone.joinByPin(round.pin, '李明');
  await host.openQuestion(1);
  await phone.seesQuestion(1);
  await phone.choose([answer]);
  await expect(phone.kept()).toBeVisible();
  await host.reveal();
  await phone.seesVerdict('答对了！');
}
