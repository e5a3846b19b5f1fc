import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { expect, LAPTOP, PHONE, test } from './fixtures';
import { PaperPage } from './pages/paper-page';
import { isAccessible } from './support/axe';
import { contestApi, shanghaiDay } from './support/contest-api';

const STILL = { reducedMotion: 'reduce' } as const;
const PASSWORD = 'captain-of-tests';

test('an organiser makes a contest, watches it, judges, and hands in the figures; a captain sees the own subtree', async ({
  hall,
  newDesk,
  newPage,
}) => {
  test.setTimeout(240_000);
  const api = contestApi(hall);
  const city = await api.addUnit('长春', null, { kind: 'region' });
  const gas = await api.addUnit('长燃股份', city.id, { kind: 'enterprise', sector: '城镇燃气', headCount: 4 });
  const team = await api.addUnit('巡检班', gas.id);
  await api.addUnit('公交集团', city.id, { kind: 'enterprise', sector: '道路运输' });
  await api.addCaptain(gas.id, '燃气队长', PASSWORD);

  // Made as a draft, with a shortage that is explained at once.
  const { page } = await newDesk(STILL);
  await page.goto(`${hall.hallUrl}/desk/contests`);
  await expect(page.getByText('还没有竞赛')).toBeVisible();
  await isAccessible(page, '/desk/contests without contests');
  await page.getByRole('link', { name: '新建竞赛' }).click();
  await page.getByLabel('名称').fill('安全月竞赛');
  await page.getByLabel('第一天').fill(shanghaiDay(Date.now() - 86_400_000));
  await page.getByRole('checkbox', { name: '长春', exact: true }).check();
  await expect(page.getByRole('checkbox', { name: '全部单位' })).not.toBeChecked();
  const part = page.getByRole('region', { name: '第 1 部分' });
  await part.getByLabel(/抽几题/).fill('50');
  await part.getByRole('button', { name: /判断/ }).click();
  await expect(part.getByText(/只够 \d+ 题，差 \d+ 题/)).toBeVisible();
  await isAccessible(page, 'editor of contests');
  await part.getByLabel(/抽几题/).fill('3');
  await expect(part.getByText(/符合的有 \d+ 题/)).toBeVisible();
  await page.getByLabel('答对达到').fill('2');
  await page.getByRole('button', { name: '存成草稿' }).click();
  await expect(page.getByText('还是草稿，没有人看得到')).toBeVisible();
  await page.getByRole('button', { name: '发布' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
  await expect(page.getByRole('link', { name: '看板' })).toBeVisible();

  // Two people answer, one of them faster than anybody can read.
  const code = await api.codeOf(team.id);
  for (const [name, right] of [
    ['张三', 3],
    ['李四', 1],
  ] as const) {
    const paper = new PaperPage(await newPage({ ...PHONE, ...STILL }), hall);
    await paper.register(code, name);
    await paper.page.getByRole('button', { name: '开始今日答题' }).click();
    for (let no = 1; no <= 3; no += 1) {
      await paper.choose(no <= right);
      await paper.saved();
      if (no < 3) await paper.next();
    }
    await paper.handIn();
  }

  // Watched: the dashboard and the tree, by figures too.
  await page.reload();
  // Figures are some seconds old, and the page reads them again every fifteen.
  await expect(page.getByText('2 人 / 在岗 4 人')).toBeVisible({ timeout: 40_000 });
  await expect(page.locator('.cd-chart svg').first()).toBeVisible();
  await page.getByRole('button', { name: /看数字 每天/ }).click();
  await expect(page.getByRole('cell', { name: shanghaiDay(Date.now()) })).toBeVisible();
  await expect(page.getByText('公交集团').first()).toBeVisible();
  await isAccessible(page, 'dashboard');
  await page.getByRole('navigation', { name: '竞赛的各页' }).getByRole('link', { name: '单位' }).click();
  await page.getByRole('button', { name: '参与率' }).click();
  await expect(page.getByRole('row', { name: /长燃股份/ })).toContainText('50%');
  await isAccessible(page, 'units of a contest');

  // Judged: out of the boards and back, with a reason, in the log.
  await page.getByRole('link', { name: '待查' }).click();
  const fast = page.getByRole('row', { name: /张三/ });
  await expect(fast).toContainText('快得读不完');
  await isAccessible(page, 'findings');
  await fast.getByRole('button', { name: /不计成绩/ }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('演练时试答');
  await page.getByRole('dialog').getByRole('button', { name: '不计成绩' }).click();
  await expect(fast).toContainText('演练时试答');
  await page.getByRole('link', { name: '人员' }).click();
  await expect(page.getByRole('row', { name: /李四/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /张三/ })).toHaveCount(0);
  await isAccessible(page, 'people of a contest');
  await page.getByRole('link', { name: '待查' }).click();
  await fast.getByRole('button', { name: /恢复成绩/ }).click();
  await page.getByRole('dialog').getByLabel('原因').fill('查清了');
  await page.getByRole('dialog').getByRole('button', { name: '恢复成绩' }).click();
  await page.getByRole('link', { name: '记录' }).click();
  await expect(page.getByRole('row', { name: /恢复答卷成绩/ })).toContainText('查清了');
  await isAccessible(page, 'log of a contest');

  // Handed in: a report that is opened, and the bulletin.
  await page.getByRole('link', { name: '报表' }).click();
  await page.getByText('人员', { exact: true }).last().click();
  await page.getByRole('button', { name: '做', exact: true }).click();
  await expect(page.getByText(/2 行/)).toBeVisible({ timeout: 30_000 });
  await isAccessible(page, 'reports');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: /下载/ }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('安全月竞赛-人员.xlsx');
  const book = read(await readFile(await file.path()));
  const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['人员'] ?? {});
  expect(rows.map((row) => [row['名次'], row['姓名'], row['最好成绩（答对）']])).toEqual([
    [1, '张三', 3],
    [2, '李四', 1],
  ]);
  await page.getByRole('link', { name: '通报' }).click();
  await expect(page.getByRole('heading', { name: '关于“安全月竞赛”参与情况的通报' })).toBeVisible();
  await expect(page.getByText(/共有 1 个单位、2 人参加/)).toBeVisible();
  await isAccessible(page, 'bulletin');

  // Scores hang on most settings now: they are fixed; the name is not.
  await page.getByRole('link', { name: '设置' }).click();
  await expect(page.getByText('竞赛已经开始')).toBeVisible();
  await expect(page.getByLabel('每天答几次')).toBeDisabled();
  await page.getByLabel('名称').fill('安全月竞赛（第二期）');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: '安全月竞赛（第二期）' })).toBeVisible();

  // The captain: the own subtree and no settings, in English.
  const captain = await newPage({ ...LAPTOP, ...STILL });
  await captain.goto(`${hall.hallUrl}/sign-in`);
  await captain.getByLabel('账号名').fill('燃气队长');
  await captain.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await captain.getByRole('button', { name: '登录' }).click();
  await captain.getByRole('link', { name: '竞赛' }).click();
  await captain.getByRole('link', { name: /安全月竞赛/ }).click();
  await captain.getByRole('navigation', { name: '竞赛的各页' }).getByRole('link', { name: '单位' }).click();
  await expect(captain.getByRole('row', { name: /巡检班/ })).toBeVisible();
  await expect(captain.getByText('公交集团')).toHaveCount(0);
  await expect(captain.getByText('长春')).toHaveCount(0);
  await expect(captain.getByRole('link', { name: '设置' })).toHaveCount(0);
  await captain.getByRole('button', { name: 'English' }).click();
  await expect(captain.getByRole('link', { name: 'Reports' })).toBeVisible();
  await isAccessible(captain, 'units of a contest for a captain in English');
});
