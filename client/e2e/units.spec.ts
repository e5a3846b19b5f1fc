import type { Page } from '@playwright/test';
import { expect, LAPTOP, PHONE, test } from './fixtures';
import { isAccessible } from './support/axe';
import { doesNotScrollSideways, hasRoomForFingers } from './support/layout';
import { aWorkbookFile } from './support/workbook';

const STILL = { reducedMotion: 'reduce' } as const;
const PASSWORD = 'captain-of-tests';

/** Makes a unit in the open dialog. */
async function fillUnit(page: Page, name: string, kind: string, headCount?: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill(name);
  await dialog.getByText(kind, { exact: true }).click();
  if (headCount !== undefined) await dialog.getByLabel('在岗人数').fill(headCount);
  await dialog.getByRole('button', { name: '建好' }).click();
  await expect(dialog).toBeHidden();
}

test('an organiser builds units, people register by the poster and sit down in a round without typing', async ({
  hall,
  newDesk,
  newPage,
}) => {
  test.setTimeout(180_000);
  const { page } = await newDesk(STILL);
  await page.goto(`${hall.hallUrl}/units`);
  await isAccessible(page, '/units without units');
  await page.getByRole('button', { name: '新建最上级' }).click();
  await fillUnit(page, '城投燃气', '企业', '40');
  await expect(page.getByRole('heading', { name: '城投燃气' })).toBeVisible();
  await page.getByRole('button', { name: '加下级' }).click();
  await fillUnit(page, '机修班', '班组');
  await page.getByRole('button', { name: '给下级补齐单位码' }).click();
  await expect(page.getByText('生成了 2 个单位码')).toBeVisible();
  await isAccessible(page, '/units with a unit');
  await page.getByRole('button', { name: /^机修班/ }).click();
  await page.getByRole('button', { name: '加负责人' }).click();
  await page.getByRole('dialog').getByLabel('账号名').fill('机修班长');
  await page.getByRole('dialog').getByLabel('密码').fill(PASSWORD);
  await page.getByRole('dialog').getByRole('button', { name: '加负责人' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('link', { name: '打印海报' }).click();
  await expect(page.getByRole('heading', { name: '机修班' })).toBeVisible();
  await isAccessible(page, 'posters');
  const code = (await page.locator('.un-poster', { hasText: '机修班' }).locator('.un-poster-code').innerText()).replace(
    ' ',
    '',
  );

  const phone = await newPage({ ...PHONE, ...STILL, viewport: { width: 320, height: 568 } });
  await phone.goto(`${hall.hallUrl}/u/${code.toLowerCase()}`);
  await expect(phone.getByRole('heading', { name: '机修班' })).toBeVisible();
  await isAccessible(phone, 'registration');
  await hasRoomForFingers(phone, 'registration');
  await doesNotScrollSideways(phone, 'registration');
  await expect(phone.getByRole('button', { name: '登记', exact: true })).toBeDisabled();
  await phone.getByLabel('真实姓名').fill('张三');
  await phone.getByText('我已看过并同意').click();
  await phone.getByRole('button', { name: '登记', exact: true }).click();
  await expect(phone.getByRole('heading', { name: '登记好了' })).toBeVisible();
  const recoveryCode = await phone.locator('.recovery-code').innerText();
  await isAccessible(phone, 'registered');
  await phone.getByRole('button', { name: '看我的页面' }).click();
  await expect(phone.getByRole('heading', { name: '张三' })).toBeVisible();
  await isAccessible(phone, '/me');
  await hasRoomForFingers(phone, '/me');
  await doesNotScrollSideways(phone, '/me');

  // The same person on a second phone; the first one sees it.
  const second = await newPage({ ...PHONE, ...STILL });
  await second.goto(`${hall.hallUrl}/u`);
  await second.getByLabel('输入单位码').fill(code);
  await second.getByRole('button', { name: '下一步' }).click();
  await second.getByRole('button', { name: '换了手机？找回身份' }).click();
  await second.getByLabel('登记时的姓名').fill('张三');
  await second.getByLabel('找回码').fill('AAAA-AAAA-AAAA');
  await second.getByRole('button', { name: '找回', exact: true }).click();
  await expect(second.getByText('名字或找回码不对')).toBeVisible();
  await second.getByLabel('找回码').fill(recoveryCode);
  await second.getByRole('button', { name: '找回', exact: true }).click();
  await expect(second.getByText('张三', { exact: true })).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('另一台手机')).toBeVisible();

  // Into a round with one tap.
  const round = await hall.createRound();
  await second.goto(`${hall.hallUrl}${round.joinPath}`);
  await expect(second.getByText('张三 · 机修班')).toBeVisible();
  await isAccessible(second, 'door for a registered person');
  await second.getByRole('button', { name: '进入现场' }).click();
  await expect(second).toHaveURL(/\/play\//);
  await expect(second.getByText('张三').first()).toBeVisible();

  // The captain sees the own unit and its people, and nothing else.
  const captain = await newPage({ ...LAPTOP, ...STILL });
  await captain.goto(`${hall.hallUrl}/sign-in`);
  await captain.getByLabel('账号名').fill('机修班长');
  await captain.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await captain.getByRole('button', { name: '登录' }).click();
  await expect(captain.getByRole('heading', { name: '单位', exact: true })).toBeVisible();
  await expect(captain.getByRole('button', { name: /机修班/ })).toBeVisible();
  await expect(captain.getByText('城投燃气')).toHaveCount(0);
  await captain.getByRole('link', { name: '人员' }).first().click();
  await expect(captain.getByRole('cell', { name: '张三', exact: true })).toBeVisible();
  await expect(captain.getByRole('button', { name: /抹掉名字/ })).toHaveCount(0);
  await isAccessible(captain, '/units/people');
});

const HEADINGS = ['上级单位', '单位名称', '类型', '单位编码', '在岗人数'];

test('an organiser brings units in from a table, sees first what it does, and brings it in again without doubling', async ({
  hall,
  newDesk,
}) => {
  test.setTimeout(120_000);
  const { page } = await newDesk(STILL);
  await page.goto(`${hall.hallUrl}/units`);
  await page.getByRole('link', { name: '导入导出' }).click();
  await isAccessible(page, '/units/import');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载空白模板' }).click();
  expect((await download).suggestedFilename()).toBe('下载空白模板.xlsx');

  const rows = [
    ['吉林市 / 城投热力', '锅炉班', '班组', '', 12],
    ['吉林市', '城投热力', '企业', 'HEAT-9', 40],
    ['', '吉林市', '地区', '', ''],
    ['吉林市 / 没有的公司', '甲班', '班组', '', ''],
  ];
  await page.getByLabel('表格文件').setInputFiles(aWorkbookFile('单位.xlsx', [HEADINGS, ...rows]));
  await expect(page.getByText('找不到这个上级')).toBeVisible();
  await isAccessible(page, 'a file looked at');
  await page.getByRole('button', { name: /^新建\s*3/ }).click();
  await page.getByRole('button', { name: /^有错\s*1/ }).click();
  await expect(page.getByRole('cell', { name: /锅炉班/ })).toBeVisible();
  await page.getByRole('button', { name: '导入 3 行' }).click();
  await expect(page.getByText('新建 3 个，修改 0 个，不变 0 个')).toBeVisible();
  await expect(page.getByRole('cell', { name: /甲班/ })).toBeVisible();
  await isAccessible(page, 'a file brought in');

  await page.getByRole('button', { name: '再导一个文件' }).click();
  const changed = [['吉林市', '城投热力集团', '企业', 'HEAT-9', 45], rows[0] ?? []];
  await page.getByLabel('表格文件').setInputFiles(aWorkbookFile('单位.xlsx', [HEADINGS, ...changed]));
  await expect(page.getByText('单位名称：城投热力 → 城投热力集团')).toBeVisible();
  await page.getByRole('button', { name: '导入 1 行' }).click();
  await expect(page.getByText('新建 0 个，修改 1 个，不变 1 个')).toBeVisible();
  await page.getByRole('link', { name: '看单位' }).click();
  await expect(page.getByRole('button', { name: /^城投热力集团/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^锅炉班/ })).toHaveCount(1);

  await page.goto(`${hall.hallUrl}/units/import`);
  await page
    .getByLabel('表格文件')
    .setInputFiles({ name: '坏.xlsx', mimeType: '', buffer: Buffer.from('PK\x03\x04 cut') });
  await expect(page.getByText('文件坏了或不完整')).toBeVisible();
});

test('a unit takes people of its roster alone: the phone says kindly what is missing', async ({
  hall,
  newDesk,
  newPage,
}) => {
  test.setTimeout(120_000);
  const { page } = await newDesk(STILL);
  await page.goto(`${hall.hallUrl}/units`);
  await page.getByRole('button', { name: '新建最上级' }).click();
  await fillUnit(page, '名单班组', '班组');
  await page.getByRole('button', { name: '生成单位码' }).click();
  const code = (await page.locator('.un-code').first().innerText()).replace(' ', '');
  await page.getByRole('switch', { name: '只有名单上的人能登记' }).click();
  await expect(page.getByText('名单是空的，现在谁也登记不了')).toBeVisible();
  await isAccessible(page, 'a unit with an empty roster');
  await page.getByRole('link', { name: '看名单、导入' }).click();
  const people = [
    ['王五', 'W1'],
    ['王五', 'W2'],
    ['赵六', ''],
    ['钱七', '？'],
  ];
  await page.getByLabel('表格文件').setInputFiles(aWorkbookFile('名单.xlsx', [['姓名', '工号'], ...people]));
  await expect(page.getByText('工号只能用字母、数字、短横线')).toBeVisible();
  await page.getByRole('button', { name: '导入 3 行' }).click();
  await expect(page.getByText('加 3 人，改 0 人，移出 0 人，不变 0 人')).toBeVisible();
  await expect(page.getByText('名单上 3 人，0 人已登记')).toBeVisible();
  await isAccessible(page, 'a roster');

  const phone = await newPage({ ...PHONE, ...STILL, viewport: { width: 320, height: 568 } });
  await phone.goto(`${hall.hallUrl}/u/${code}`);
  await expect(phone.getByText('本单位按名单登记')).toBeVisible();
  await phone.getByLabel('真实姓名').fill('王五');
  await phone.getByText('我已看过并同意').click();
  await phone.getByRole('button', { name: '登记', exact: true }).click();
  await expect(phone.getByText('名单里没找到，或已经登记过')).toBeVisible();
  await expect(phone.getByText('有同名的人时，要靠工号来分')).toBeVisible();
  await isAccessible(phone, 'not on the roster');
  await hasRoomForFingers(phone, 'not on the roster');
  await doesNotScrollSideways(phone, 'not on the roster');
  await phone.getByLabel('工号').fill('w2');
  await phone.getByRole('button', { name: '登记', exact: true }).click();
  await expect(phone.getByRole('heading', { name: '登记好了' })).toBeVisible();

  await page.reload();
  await expect(page.getByText('名单上 3 人，1 人已登记')).toBeVisible();
  await page.getByLabel('状态').selectOption('claimed');
  await expect(page.getByRole('cell', { name: '王五' })).toHaveCount(1);
  await expect(page.getByRole('cell', { name: 'W2' })).toBeVisible();
});
