import { expect, PHONE, test } from './fixtures';
import { PaperPage } from './pages/paper-page';
import { isAccessible } from './support/axe';
import { contestApi } from './support/contest-api';
import { doesNotScrollSideways, hasRoomForFingers } from './support/layout';

const STILL = { reducedMotion: 'reduce' } as const;
const NARROW = { ...PHONE, ...STILL, viewport: { width: 320, height: 568 } };

test('a worker scans the unit’s code, answers the day’s paper over a lost network, and is placed, certified and practised', async ({
  hall,
  newPage,
}) => {
  test.setTimeout(180_000);
  const api = contestApi(hall);
  const city = await api.addUnit('四平', null, { kind: 'region' });
  const gas = await api.addUnit('国泰燃气', city.id, { kind: 'enterprise', sector: '城镇燃气', headCount: 40 });
  const team = await api.addUnit('抢修班', gas.id);
  const contest = await api.createContest();
  const page = await newPage(NARROW);
  const paper = new PaperPage(page, hall);
  const looksRight = async (where: string) => {
    await isAccessible(page, where);
    await hasRoomForFingers(page, where);
    await doesNotScrollSideways(page, where);
  };
  await paper.register(await api.codeOf(team.id), '张小三');
  await expect(page.getByText('张小三 · 抢修班')).toBeVisible();
  await looksRight('contest home');

  // Leave in the middle, come back on the same paper; the network goes and comes.
  await page.getByRole('button', { name: '开始今日答题' }).click();
  await paper.choose(true);
  await paper.saved();
  await looksRight('paper');
  await paper.next();
  await paper.choose(true);
  await paper.saved();
  await page.goto(`${hall.hallUrl}/contests/${contest.id}`);
  await expect(page.getByText(/^还剩/)).toBeVisible();
  await page.getByRole('button', { name: '接着答' }).click();
  await expect(page.getByRole('heading', { name: '第 3 题' })).toBeVisible();
  await page.context().setOffline(true);
  await paper.choose(false);
  await expect(page.getByText('网络断开，正在重连')).toBeVisible();
  await page.context().setOffline(false);
  await paper.saved();
  await paper.next();
  await paper.choose(true);
  await paper.saved();
  await paper.next();
  await page.getByRole('button', { name: '交卷' }).click();
  await expect(page.getByText('还有 1 题没答')).toBeVisible();
  await looksRight('handing in');
  await page.getByRole('button', { name: '再看看' }).click();
  await paper.choose(true);
  await paper.saved();
  await paper.handIn();

  // The result: what was wrong and why, and where one stands.
  await expect(page.getByRole('heading', { name: /4\s*\/ 5 题答对/ })).toBeVisible();
  await expect(page.getByText('没答对的题')).toBeVisible();
  await expect(page.getByText(/^依据：/).first()).toBeVisible();
  await expect(page.getByText('我在抢修班')).toBeVisible();
  await looksRight('result');
  await page.goBack();
  await expect(page.getByRole('heading', { name: '今日试卷' })).toBeVisible();
  await expect(page.getByRole('button', { name: '今天答完了，明天再来' })).toBeDisabled();

  // The certificate, and whoever scans it.
  await page.getByText('达标了，点开领取').click();
  await expect(page.locator('.cert-name')).toHaveText('张小三');
  await looksRight('certificate');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存成图片' }).click();
  expect((await saving).suggestedFilename()).toBe('测测你的安全力-张小三.png');
  const number = /[A-Z2-9]{16}/.exec(await page.locator('.cert').innerText())?.[0] ?? '';
  const stranger = await newPage({ ...PHONE, ...STILL });
  await stranger.goto(`${hall.hallUrl}/c/${number}`);
  await expect(stranger.getByText('证书有效')).toBeVisible();
  await expect(stranger.getByText('张*三')).toBeVisible();
  await expect(stranger.getByText('张小三')).toHaveCount(0);
  await isAccessible(stranger, 'certificate check');
  await stranger.goto(`${hall.hallUrl}/c/ABCDEFGHJKMNPQRS`);
  await expect(stranger.getByText('没有这张证书')).toBeVisible();

  // Practice explains at once; the notebook asks again until it was right twice.
  await page.goto(`${hall.hallUrl}/contests/${contest.id}/practice`);
  await looksRight('practice room');
  for (const left of ['1 道待复习', '空的，答错的题会放进来']) {
    await page.getByRole('button', { name: '复习错题' }).click();
    await paper.choose(true);
    await page.getByRole('button', { name: '看看对不对' }).click();
    await expect(page.getByText('答对了！')).toBeVisible();
    await looksRight('practice');
    await page.getByRole('button', { name: '看成绩' }).click();
    await page.getByRole('button', { name: '回到竞赛' }).click();
    await page.getByRole('link', { name: '练功房', exact: true }).last().click();
    await expect(page.getByText(left)).toBeVisible();
  }

  // Boards, in English too.
  await page.getByRole('link', { name: '排行榜' }).click();
  await expect(page.getByText('张小三 · 您')).toBeVisible();
  await looksRight('board of people');
  await page.getByRole('button', { name: '单位', exact: true }).click();
  await expect(page.getByText('国泰燃气')).toBeVisible();
  await page.getByText('公平指数怎么算').click();
  await looksRight('board of units');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByText('How the fair index works')).toBeVisible();
  await looksRight('board of units in English');
});

test('a colleague cannot take over another’s name, and a paper that runs out is handed in as it is', async ({
  hall,
  newPage,
}) => {
  test.setTimeout(120_000);
  const api = contestApi(hall);
  const plant = await api.addUnit('供水公司', null, { kind: 'enterprise', headCount: 4 });
  const code = await api.codeOf(plant.id);
  await api.createContest({ audience: { unitIds: [plant.id], sectors: [] }, limitSeconds: 30, title: '三十秒' });
  await api.createContest({ audience: { unitIds: [plant.id], sectors: [] }, title: '慢慢答', limitSeconds: null });
  const own = new PaperPage(await newPage({ ...PHONE, ...STILL }), hall);
  await own.page.goto(`${hall.hallUrl}/u/${code}`);
  await own.page.getByLabel('真实姓名').fill('李四');
  await own.page.getByText('我已看过并同意').click();
  await own.page.getByRole('button', { name: '登记', exact: true }).click();
  await own.page.getByRole('button', { name: '去竞赛答题' }).click();
  await own.page.getByRole('link', { name: /三十秒/ }).click();
  await own.page.getByRole('button', { name: '开始今日答题' }).click();
  await own.choose(true);
  await own.saved();

  // The same name on a colleague's phone is somebody else, with a paper of their own.
  const other = new PaperPage(await newPage({ ...PHONE, ...STILL }), hall);
  await other.page.goto(`${hall.hallUrl}/u/${code}`);
  await other.page.getByRole('button', { name: '换了手机？找回身份' }).click();
  await other.page.getByLabel('登记时的姓名').fill('李四');
  await other.page.getByLabel('找回码').fill('AAAA-AAAA-AAAA');
  await other.page.getByRole('button', { name: '找回', exact: true }).click();
  await expect(other.page.getByText('名字或找回码不对')).toBeVisible();
  await other.page.goto(own.page.url());
  await expect(other.page.getByText('这台手机还没登记')).toBeVisible();

  // Nobody hands in: the clock does, with the one answer.
  await expect(own.page.getByText('时间到，已经替您交卷')).toBeVisible({ timeout: 45_000 });
  await expect(own.page.getByRole('heading', { name: /1\s*\/ 5 题答对/ })).toBeVisible();
});
