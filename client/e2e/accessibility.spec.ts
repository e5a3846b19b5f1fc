import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { PhonePage } from './pages/phone-page';
import { isAccessible } from './support/axe';
import { doesNotScrollSideways, hasRoomForFingers, zoomedTwice } from './support/layout';
import { rightTexts } from './support/question-text';
import { fullestQuestions, walkRound, type Moment } from './support/walk-round';

const STILL = { reducedMotion: 'reduce' } as const;
/** Moments at which stage and console show something new. */
const ON_STAGE: readonly Moment[] = ['lobby', 'question', 'closed', 'reveal', 'leaderboard', 'final'];

test('phone, stage and console are accessible in every phase', async ({ hall, newHost, newPhone, newStage }) => {
  test.setTimeout(240_000);
  const questions = fullestQuestions(hall);
  const round = await hall.createRound({ questions });
  const host = await newHost(round.id, STILL);
  const phone = await newPhone(STILL);
  const narrow = await newPhone({ ...STILL, viewport: { width: 320, height: 568 } });
  const stage = await newStage(STILL);

  async function look(moment: Moment): Promise<void> {
    // Three seconds are too short to look around in.
    if (moment === 'ready') return;
    await lookAtPhone(phone, `phone, ${moment}`);
    await hasRoomForFingers(narrow.page, `phone at 320 px, ${moment}`);
    await doesNotScrollSideways(narrow.page, `phone at 320 px, ${moment}`);
    if (moment === 'offline') await isAccessible(narrow.page, 'phone without a network');
    if (!ON_STAGE.includes(moment)) return;
    await isAccessible(stage.page, `stage, ${moment}`);
    await isAccessible(host.page, `console, ${moment}`);
  }
  await walkRound({ round, questions, host, phones: [phone, narrow], stages: [stage], look });
});

async function lookAtPhone({ page }: PhonePage, where: string): Promise<void> {
  await isAccessible(page, where);
  await hasRoomForFingers(page, where);
  await zoomedTwice(page, () => doesNotScrollSideways(page, `${where}, at 200 %`));
}

test('the desk is accessible on every page', async ({ hall, newDesk, newPage, newHost, newStage }) => {
  test.setTimeout(150_000);
  const round = await hall.createRound();
  await hall.seat(round, ['李明', '王芳']);
  await hall.createOrganiser('周组织');
  const desk = await newDesk(STILL);
  const stranger = await newPage(STILL);

  async function look(page: Page, path: string, isReady: () => Promise<void>): Promise<void> {
    await page.goto(hall.hallUrl + path);
    await isReady();
    await isAccessible(page, path);
  }
  const hasAccountField = () => expect(stranger.getByLabel('账号名')).toBeVisible();
  await look(stranger, '/sign-in', hasAccountField);
  await look(stranger, `/setup#${'0'.repeat(32)}`, hasAccountField);
  await look(stranger, '/nowhere', () => expect(stranger.getByText('没有这一页')).toBeVisible());
  const { page } = desk;
  await look(page, '/rounds', () => expect(page.getByRole('list', { name: '全部场次' })).toBeVisible());
  await look(page, '/rounds/new', () => expect(page.getByLabel('抽几题')).toBeVisible());
  await desk.chooseRadio('自己挑题');
  await desk
    .button(/^加上：/)
    .first()
    .click();
  await isAccessible(page, 'the editor, questions by hand');
  await look(page, '/accounts', () => expect(page.getByRole('row', { name: '周组织' })).toBeVisible());
  await look(page, '/account', () => expect(desk.heading('我的账号')).toBeVisible());

  const remote = await newHost(round.id, { ...STILL, viewport: { width: 390, height: 844 }, hasTouch: true });
  await isAccessible(remote.page, 'the console on a phone, lobby');
  await hasRoomForFingers(remote.page, 'the console on a phone, lobby');
  await remote.openQuestion(1);
  await remote.close();
  await isAccessible(remote.page, 'the console on a phone, closed');
  await hasRoomForFingers(remote.page, 'the console on a phone, closed');
  await doesNotScrollSideways(remote.page, 'the console on a phone');
  await remote.reveal();
  await remote.leaderboard();
  await remote.podium();
  await look(page, `/rounds/${round.id}/results`, () => expect(desk.button('导出表格')).toBeVisible());

  const stage = await newStage(STILL);
  await look(stage.page, '/stage', () => expect(stage.page.getByLabel(/大屏码/)).toBeVisible());
});

test('no option moves under the finger when the hint at those below goes', async ({ hall, newHost, newPhone }) => {
  const [, multiple] = fullestQuestions(hall);
  const round = await hall.createRound({ questions: [multiple] });
  const host = await newHost(round.id, STILL);
  const phone = await newPhone({ ...STILL, viewport: { width: 320, height: 568 } });
  const { page } = phone;
  await phone.joinByPin(round.pin, '李明');
  await host.openQuestion(1);
  const hint = page.locator('.more-below > span');
  await expect(hint).toBeVisible();
  const places = () =>
    page.evaluate(() => ({
      options: Array.from(document.querySelectorAll('.opts > li'), (li) => li.getBoundingClientRect().top + scrollY),
      end: document.documentElement.scrollHeight,
    }));
  let before = await places();
  // The screen slides in.
  await expect(async () => {
    const earlier = before;
    before = await places();
    expect(before).toEqual(earlier);
  }).toPass();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(hint).toHaveCount(0);
  expect(await places()).toEqual(before);
});

test('to those who want less motion nothing zooms in', async ({ hall, newDesk }) => {
  for (const [reducedMotion, isMoving] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    const { page } = await newDesk({ reducedMotion });
    await page.goto(`${hall.hallUrl}/units`);
    const begun = await page.evaluateHandle(() => {
      const names: string[] = [];
      document.addEventListener('animationstart', ({ animationName }) => names.push(animationName), true);
      return names;
    });
    await page.getByRole('button', { name: '新建最上级' }).click();
    await page.getByRole('dialog').getByLabel('名称').fill('城投燃气');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    expect((await begun.jsonValue()).some((name) => /zoom/i.test(name))).toBe(isMoving);
  }
});

test('somebody who has only a keyboard comes in and answers', async ({ hall, newHost, newPhone }) => {
  const [question] = hall.pick('single');
  if (question === undefined) throw new Error('No single choice');
  const round = await hall.createRound({ questions: [question] });
  const host = await newHost(round.id);
  const { page, ...phone } = await newPhone({ hasTouch: false, isMobile: false });
  await page.goto(hall.hallUrl);
  await expect(phone.pin()).toBeFocused();
  await page.keyboard.type(round.pin);
  await expect(phone.nameField()).toBeFocused();
  await page.keyboard.insertText('李明');
  await page.keyboard.press('Enter');
  await expect(phone.seated()).toBeVisible();

  await host.openQuestion(1);
  const [right = ''] = rightTexts(question);
  const option = phone.option(right);
  await expect(option).toBeVisible();
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return option.evaluate((element) => element === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.press('Enter');
  await expect(phone.kept()).toBeVisible();
});
