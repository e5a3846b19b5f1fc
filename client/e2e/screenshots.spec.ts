import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ADMIN } from './support/hall-api';
import { showsNoRawKeys } from './support/raw-keys';
import { fullestQuestions, walkRound, type Moment } from './support/walk-round';

const SCREENS = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');
const STILL = { reducedMotion: 'reduce' } as const;
const CROWD = ['李明', '王芳', '赵铁柱', '司马光明', '阿卜杜拉·买买提', '孙丽华', '周建军', '吴秀英', '郑国强'];

async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
  await showsNoRawKeys(page);
  await page.screenshot({ path: path.join(SCREENS, `${name}.png`), fullPage });
}

test('every phase is drawn at every size; stages never scroll and no word is missing', async ({
  hall,
  newHost,
  newPhone,
  newStage,
}) => {
  test.setTimeout(240_000);
  const questions = fullestQuestions(hall);
  const round = await hall.createRound({ questions, settings: { title: '安全生产月知识竞赛决赛' } });
  await hall.seat(round, CROWD);
  const host = await newHost(round.id, STILL);
  const small = await newPhone({ ...STILL, viewport: { width: 320, height: 568 } });
  const usual = await newPhone({ ...STILL });
  const large = await newStage({ ...STILL });
  const low = await newStage({ ...STILL, viewport: { width: 1280, height: 720 } });

  async function look(moment: Moment): Promise<void> {
    const isLong = moment === 'review' || moment.startsWith('reveal');
    await Promise.all([
      shoot(usual.page, `phone-390-${moment}`, isLong),
      shoot(small.page, `phone-320-${moment}`, isLong),
    ]);
    if (moment === 'door' || moment === 'name' || moment === 'review') return;
    await Promise.all([shoot(large.page, `stage-1920-${moment}`), shoot(low.page, `stage-1280-${moment}`)]);
    await large.fitsTheScreen();
    await low.fitsTheScreen();
    if (moment !== 'ready') await shoot(host.page, `desk-1440-run-${moment}`);
  }
  await walkRound({ round, questions, host, phones: [usual, small], stages: [large, low], look });
});

test('the desk is drawn from the sign-in to the results', async ({ hall, newDesk, newHost, newPage }) => {
  const round = await hall.createRound({ questions: fullestQuestions(hall) });
  await hall.createOrganiser('李组织');
  await hall.seat(round, CROWD);
  const stranger = await newPage({ ...STILL, viewport: { width: 1440, height: 900 } });
  const desk = await newDesk(STILL);
  const { page } = desk;

  await stranger.goto(`${hall.hallUrl}/sign-in`);
  await expect(stranger.getByLabel('账号名')).toBeVisible();
  await shoot(stranger, 'desk-1440-sign-in');
  await stranger.goto(`${hall.hallUrl}/setup#${'0'.repeat(32)}`);
  await expect(stranger.getByLabel('账号名')).toBeVisible();
  await shoot(stranger, 'desk-1440-setup');

  await desk.open('/rounds');
  await expect(page.getByRole('list', { name: '全部场次' })).toBeVisible();
  await shoot(page, 'desk-1440-rounds');
  await desk.open('/rounds/new');
  await expect(page.getByLabel('抽几题')).toBeVisible();
  await shoot(page, 'desk-1440-editor-rule', true);
  await desk.chooseRadio('自己挑题');
  await desk
    .button(/^加上：/)
    .first()
    .click();
  await shoot(page, 'desk-1440-editor-hand', true);
  await desk.open('/accounts');
  await expect(page.getByRole('row', { name: '李组织' })).toBeVisible();
  await shoot(page, 'desk-1440-accounts');
  await desk.open('/account');
  await expect(page.getByText(ADMIN.name).first()).toBeVisible();
  await shoot(page, 'desk-1440-account');

  const remote = await newHost(round.id, { ...STILL, viewport: { width: 390, height: 844 }, hasTouch: true });
  await shoot(remote.page, 'host-390-lobby');
  await remote.openQuestion(1);
  await expect(remote.says('第 1 题 · 答题中')).toBeVisible();
  await shoot(remote.page, 'host-390-question');
  await remote.button(/^参与者/).click();
  await expect(remote.person('赵铁柱')).toBeVisible();
  await shoot(remote.page, 'host-390-people');
  await remote.close();
  await remote.reveal();
  await expect(remote.says('第 1 题 · 揭晓')).toBeVisible();
  await remote.button(/^现场/).click();
  await shoot(remote.page, 'host-390-reveal', true);
  await desk.open(`/rounds/${round.id}/results`);
  await expect(page.getByRole('table')).toBeVisible();
  await shoot(page, 'desk-1440-results', true);
});
