import { expect, test } from './fixtures';
import { HostPage } from './pages/host-page';
import { rightTexts } from './support/question-text';

test('two people of one name are told apart by their seats', async ({ hall, newHost, newPhone }) => {
  const round = await hall.createRound();
  const host = await newHost(round.id);
  const [first, second] = [await newPhone(), await newPhone()];
  await first.joinByPin(round.pin, '张三');
  await second.joinByPin(round.pin, ' 张三 ');
  await expect(first.text('张三', true)).toBeVisible();
  await expect(second.text('张三 #2', true)).toBeVisible();
  await expect(host.person('张三 #2')).toContainText('2 号');
});

test('a wrong code and a name of nothing are answered with what to do', async ({ hall, newPhone }) => {
  const round = await hall.createRound();
  const phone = await newPhone();
  await phone.enterPin(round.pin === '000000' ? '000001' : '000000');
  await expect(phone.alert('看看大屏，是不是 6 位数字')).toBeVisible();
  await phone.pin().fill('123');
  await phone.button('进入现场').click();
  await expect(phone.alert('还差 3 位')).toBeVisible();
  await phone.pin().fill(round.pin);
  for (const name of ['\u200b\u202e', '一二三四五六七八九十一二三四五六七八九十一']) {
    await phone.enterName(name);
    await expect(phone.alert('名字写 1 到 20 个字')).toBeVisible();
    await expect(phone.nameField()).toHaveValue(name);
  }
  await phone.enterName('欧阳·建国');
  await expect(phone.text('欧阳·建国', true)).toBeVisible();
});

test('the host hides a name, sends somebody out, bans a browser and locks the door', async ({
  hall,
  newHost,
  newPhone,
  newStage,
}) => {
  const round = await hall.createRound();
  const host = await newHost(round.id);
  const stage = await newStage();
  await stage.open(round.stageCode);
  const [phone, rowdy] = [await newPhone(), await newPhone()];
  await phone.joinByPin(round.pin, '李明');
  await rowdy.joinByLink(round.joinPath, '捣蛋鬼');
  await expect(stage.text('捣蛋鬼')).toBeVisible();

  await test.step('a hidden name is gone from the stage and stays on the own phone', async () => {
    await host.orderPerson('捣蛋鬼', '大屏上藏起名字');
    await expect(stage.text('捣蛋鬼')).toBeHidden();
    await expect(stage.text('李明')).toBeVisible();
    await expect(rowdy.text('捣蛋鬼', true)).toBeVisible();
  });

  await test.step('who was sent out comes in again to the same seat', async () => {
    await host.orderPerson('李明', '请出去');
    await host.dialog().getByRole('button', { name: '请出去' }).click();
    await expect(phone.text('主持人请您重新进来')).toBeVisible();
    await expect(stage.text('李明')).toBeHidden();
    await phone.button('重新进入').click();
    await expect(phone.seated()).toBeVisible();
    await expect(host.person('李明')).toContainText('1 号');
  });

  await test.step('a banned browser stays out, and the dialogue says that it is the browser', async () => {
    await host.orderPerson('捣蛋鬼', '禁止入场');
    const dialog = host.dialog(/禁止 捣蛋鬼 入场/);
    await expect(dialog).toContainText('禁的是这个浏览器，不是这个人');
    await dialog.getByRole('switch', { name: '同时关闭入场' }).click();
    await dialog.getByRole('button', { name: '禁止入场' }).click();
    await expect(rowdy.text('这台手机进不了本场')).toBeVisible();
    await rowdy.page.reload();
    await expect(rowdy.text('这台手机进不了本场')).toBeVisible();
  });

  await test.step('behind a locked door newcomers are sent to the host', async () => {
    const late = await newPhone();
    await late.enterPin(round.pin);
    await expect(late.text('主持人已锁门，新来的请找主持人')).toBeVisible();
    await late.enterName('王芳');
    await expect(late.alert('主持人已锁门，请找主持人')).toBeVisible();
    await host.button('重新开放入场').click();
    await expect(host.button('关闭入场')).toBeVisible();
    await late.button('进入现场').click();
    await expect(late.seated()).toBeVisible();
  });
});

test('on a borrowed phone somebody else starts as a new person', async ({ hall, newHost, newPhone }) => {
  const round = await hall.createRound();
  const host = await newHost(round.id);
  const phone = await newPhone();
  await phone.joinByPin(round.pin, '李明');
  await phone.button('换一个人').click();
  await expect(phone.text('李明的座位会留着，回来要找主持人对码。')).toBeVisible();
  await phone.button('换人').click();
  await expect(phone.nameField()).toHaveValue('');
  await phone.enterName('王芳');
  await expect(phone.seated()).toBeVisible();
  await expect(host.person('王芳')).toContainText('2 号');
  await expect(host.person('李明')).toContainText('断线');
});

test('another phone gets the old seat when the host matches the code', async ({ hall, newHost, newPhone }) => {
  const round = await hall.createRound();
  const host = await newHost(round.id);
  const [old, next] = [await newPhone(), await newPhone()];
  await old.joinByPin(round.pin, '孙悦');
  await next.enterPin(round.pin);
  await next.nameField().fill('孙悦');
  await next.button('找回我的座位').click();
  await next.button('拿一个对码').click();
  const code = ((await next.page.getByRole('status').getByText(/^\d+$/).textContent()) ?? '').trim();

  await host.button('去核对').click();
  const claims = host.dialog('换手机回座位');
  await claims.getByLabel('手机上的码').fill(code.startsWith('9') ? '0'.repeat(code.length) : '9'.repeat(code.length));
  await claims.getByRole('button', { name: '给他座位' }).click();
  await expect(claims.getByText('码不对，请再看看')).toBeVisible();
  await claims.getByLabel('手机上的码').fill(code);
  await claims.getByRole('button', { name: '给他座位' }).click();
  await expect(next.seated()).toBeVisible();
  await expect(next.text('孙悦', true)).toBeVisible();
  await expect(old.text('座位换到别的手机了')).toBeVisible();
});

test('a phone speaks English and shows large text, and remembers both', async ({ hall, newPhone }) => {
  const round = await hall.createRound();
  const phone = await newPhone();
  await phone.openDoor();
  await expect(phone.pin()).toBeVisible();
  const before = await fontSizeOf(phone.text('输入大屏上的 6 位场次码'));
  await phone.button(/^大字版/).click();
  expect(await fontSizeOf(phone.text('输入大屏上的 6 位场次码'))).toBeGreaterThan(before);
  await phone.button('English').click();
  await expect(phone.button('Join')).toBeVisible();
  await expect(phone.page.locator('html')).toHaveAttribute('lang', 'en');
  await phone.page.reload();
  await phone.page.getByLabel('Round code, 6 digits').fill(round.pin);
  await phone.page.getByLabel('Your name').fill('Li Ming');
  await phone.button('Join').click();
  await expect(phone.text('You are in. Waiting for the host')).toBeVisible();
  await expect(phone.button('Normal text')).toBeVisible();
  await phone.button('中文').click();
  await expect(phone.seated()).toBeVisible();
});

test('phones may show only the buttons of the options, the question is on the stage', async ({
  hall,
  newHost,
  newPhone,
  newStage,
}) => {
  const questions = hall.pick('single');
  const [question] = questions;
  if (question === undefined) throw new Error('No single choice');
  const round = await hall.createRound({ questions, settings: { phoneShows: 'buttons' } });
  const host = await newHost(round.id);
  const stage = await newStage();
  await stage.open(round.stageCode);
  const phone = await newPhone();
  await phone.joinByPin(round.pin, '李明');
  await host.openQuestion(1);
  await phone.seesQuestion(1);
  await expect(phone.text('题目在大屏上')).toBeVisible();
  await expect(phone.text(question.stem)).toBeHidden();
  await expect(stage.text(question.stem)).toBeVisible();
  const letter = 'ABCDEFGHIJ'[question.options.findIndex(({ text }) => text === rightTexts(question)[0])] ?? '';
  await phone.options().filter({ hasText: letter }).click();
  await expect(phone.kept()).toBeVisible();
  await host.reveal();
  await phone.seesVerdict('答对了！');
});

test('a phone becomes the remote control after both show the same number', async ({ hall, newHost, newPage }) => {
  const round = await hall.createRound();
  const host = await newHost(round.id);
  const making = host.page.waitForResponse((reply) => reply.url().endsWith('/remote-codes'));
  await host.button('手机遥控').click();
  const { url } = (await (await making).json()) as { url: string };
  const remote = new HostPage(await newPage({ viewport: { width: 390, height: 844 }, hasTouch: true }), hall.hallUrl);
  await remote.page.goto(hall.hallUrl + new URL(url).pathname);
  await expect(remote.page.getByText('等电脑上确认')).toBeVisible();
  const shown = (await remote.page.getByRole('status').getByText(/^\d+$/).textContent()) ?? '';
  await expect(host.dialog('用手机遥控').getByText(shown, { exact: true })).toBeVisible();
  await host.button('一样，确认').click();
  await remote.openQuestion(1);
  await expect(remote.says('第 1 题 · 答题中')).toBeVisible();
  await expect(host.says('第 1 题 · 答题中')).toBeVisible();

  const again = await newPage();
  await again.goto(hall.hallUrl + new URL(url).pathname);
  await expect(again.getByText('这个码用不了了')).toBeVisible();
});

test('a rehearsal plays with twenty pretend players and is no round of the list', async ({ hall, newDesk }) => {
  const round = await hall.createRound({ settings: { title: '彩排专用', secondsPerQuestion: 5 } });
  const desk = await newDesk();
  await desk.open('/rounds');
  await desk.button('更多：彩排专用').click();
  await desk.page.getByRole('menuitem', { name: '彩排一次' }).click();
  const host = new HostPage(desk.page, hall.hallUrl);
  await expect(desk.page.getByText('彩排', { exact: true })).toBeVisible();
  await expect(desk.page.getByText('共 20 人')).toBeVisible();
  expect(desk.page.url()).not.toContain(round.id);
  await host.openQuestion(1);
  await expect(host.says('第 1 题 · 已收题')).toBeVisible({ timeout: 20_000 });
  await host.reveal();
  await host.leaderboard();
  await host.podium();
  await expect(host.says('这一场结束了')).toBeVisible();
  await desk.open('/rounds');
  await expect(desk.button('更多：彩排专用')).toHaveCount(1);
});

function fontSizeOf(locator: { evaluate<T>(read: (element: HTMLElement | SVGElement) => T): Promise<T> }) {
  return locator.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
}
