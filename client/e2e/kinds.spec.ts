import path from 'node:path';
import type { Page } from '@playwright/test';
import type { BankQuestion } from '@anquanli/contract/question-bank';
import { expect, test } from './fixtures';
import { fingers, keys } from './support/answer-hands';
import { isAccessible } from './support/axe';
import { doesNotScrollSideways, hasRoomForFingers } from './support/layout';
import { showsNoRawKeys } from './support/raw-keys';

const SCREENS = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');
const STILL = { reducedMotion: 'reduce' } as const;
const SMALL = { width: 320, height: 568 };

test.use({ asks: 'all-kinds' });
// Minutes of playing, each in a round of its own.
test.describe.configure({ mode: 'parallel' });

const WAYS = [
  { way: 'touch', hands: fingers, width: 390, phoneOptions: STILL, stageWidth: 1920, stageOptions: STILL },
  {
    way: 'keyboard alone',
    hands: keys,
    width: 320,
    phoneOptions: { ...STILL, viewport: SMALL, hasTouch: false, isMobile: false },
    stageWidth: 1280,
    stageOptions: { ...STILL, viewport: { width: 1280, height: 720 } },
  },
];

for (const { way, hands, width, phoneOptions, stageWidth, stageOptions } of WAYS) {
  test(`a round of every kind is played by ${way}, and every screen of it is fit to be seen`, async ({
    hall,
    newDesk,
    newHost,
    newPhone,
    newStage,
  }) => {
    test.setTimeout(400_000);
    const { questions } = hall;
    const isTouch = way === 'touch';
    const round = await hall.createRound({ questions, settings: { secondsPerQuestion: 120 } });
    const host = await newHost(round.id, STILL);
    const phone = await newPhone(phoneOptions);
    const stage = await newStage(stageOptions);
    await phone.joinByPin(round.pin, '李明');
    await stage.open(round.stageCode);
    const hand = hands(phone);

    async function shoot(page: Page, name: string, fullPage = false): Promise<void> {
      await showsNoRawKeys(page);
      await page.screenshot({ path: path.join(SCREENS, `${name}.png`), fullPage });
    }
    async function look(question: BankQuestion, no: number, moment: 'question' | 'selected' | 'reveal'): Promise<void> {
      const name = `kind-${no}-${question.kind}-${moment}`;
      const where = `phone at ${width}, ${name}`;
      await shoot(phone.page, `phone-${width}-${name}`, moment === 'reveal');
      await isAccessible(phone.page, where);
      await hasRoomForFingers(phone.page, where);
      await doesNotScrollSideways(phone.page, where);
      if (moment === 'selected') return;
      await shoot(stage.page, `stage-${stageWidth}-${name}`);
      await stage.fitsTheScreen();
      if (!isTouch) return;
      // The words are the same at every size.
      await isAccessible(stage.page, `stage, ${name}`);
      await shoot(host.page, `desk-1440-run-${name}`);
      await isAccessible(host.page, `console, ${name}`);
    }

    for (const [index, question] of questions.entries()) {
      const no = index + 1;
      await test.step(`question ${no}: ${question.kind}`, async () => {
        await host.openQuestion(no);
        await phone.seesStem(no);
        await expect(stage.text(question.stem.slice(0, 4)).first()).toBeVisible();
        await look(question, no, 'question');
        await hand.answer(question);
        await expect(phone.kept()).toBeVisible();
        await look(question, no, 'selected');
        await host.reveal();
        await phone.seesVerdict('答对了！');
        await expect(stage.text('为什么')).toBeVisible();
        await look(question, no, 'reveal');
        await host.leaderboard();
      });
    }
    await host.podium();
    await phone.button(`看全部 ${questions.length} 题解析`).click();
    await expect(phone.text('因为如此。').first()).toBeVisible();
    await shoot(phone.page, `phone-${width}-kinds-review`, true);
    await isAccessible(phone.page, `review of all kinds at ${width}`);
    if (!isTouch) return;

    await test.step('the results and the editor tell of every kind', async () => {
      const desk = await newDesk(STILL);
      await desk.open(`/rounds/${round.id}/results`);
      const lines = desk.page.getByRole('list').getByRole('button', { expanded: false });
      await expect(lines).toHaveCount(questions.length);
      while ((await lines.count()) > 0) await lines.first().click();
      await isAccessible(desk.page, 'results of all kinds');
      await shoot(desk.page, 'desk-1440-kinds-results', true);
      await desk.open('/rounds/new');
      await desk.chooseRadio('自己挑题');
      const details = desk.button(/^答案和解析/).and(desk.page.locator('[aria-expanded=false]'));
      await expect(details).toHaveCount(questions.length);
      while ((await details.count()) > 0) await details.first().click();
      await isAccessible(desk.page, 'editor with all kinds');
      await desk.page.setViewportSize({ width: 1440, height: 2400 });
      await shoot(desk.page, 'desk-1440-kinds-editor', true);
    });
  });
}

test('what is begun is kept over a reload and handed in when the host closes', async ({ hall, newHost, newPhone }) => {
  test.setTimeout(200_000);
  const questions = hall.questions.filter(({ kind }) => kind === 'numeric' || kind === 'text' || kind === 'hotspot');
  const round = await hall.createRound({ questions });
  const host = await newHost(round.id);
  const phone = await newPhone();
  await phone.joinByPin(round.pin, '李明');
  for (const [index, question] of questions.entries()) {
    await host.openQuestion(index + 1);
    await phone.seesStem(index + 1);
    await beginOn(phone.page, question);
    await phone.page.reload();
    await phone.seesStem(index + 1);
    await expect(phone.submit()).toBeEnabled();
    await host.close();
    await expect(phone.kept()).toBeVisible();
    await host.reveal();
    await host.leaderboard();
  }
});

async function beginOn(page: Page, { kind }: BankQuestion): Promise<void> {
  if (kind === 'numeric') await page.getByRole('button', { name: '7', exact: true }).tap();
  else if (kind === 'text') await page.getByRole('textbox').last().fill('治');
  else {
    const box = await page.getByRole('application').boundingBox();
    if (box === null) throw new Error('No picture');
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await expect(page.getByRole('button', { name: /^标记 1，/ })).toBeVisible();
  }
}

test('a phone whose network drops the later files asks again until they are there', async ({
  hall,
  newHost,
  newPhone,
}) => {
  const round = await hall.createRound({ questions: hall.pick('ordering') });
  const host = await newHost(round.id);
  const phone = await newPhone();
  let refused = 0;
  await phone.page.route(/\/assets\/parts-[^/]*\.js/, (route) =>
    ++refused <= 3 ? route.abort('connectionfailed') : route.continue(),
  );
  await phone.joinByPin(round.pin, '李明');
  await host.openQuestion(1);
  await phone.seesStem(1);
  await expect(phone.button('就按这个顺序提交')).toBeVisible();
  await expect(phone.button(/往上移$/).first()).toBeVisible({ timeout: 20_000 });
  expect(refused).toBeGreaterThan(3);
});

test('with a keyboard over half of a small screen the button stays in sight', async ({ hall, newHost, newPhone }) => {
  const round = await hall.createRound({ questions: hall.pick('text') });
  const host = await newHost(round.id);
  const phone = await newPhone({ viewport: SMALL });
  await phone.joinByPin(round.pin, '李明');
  await host.openQuestion(1);
  await phone.seesStem(1);
  // As Android does it: the keyboard takes its part of the page.
  await phone.page.getByRole('textbox').last().tap();
  await phone.page.setViewportSize({ width: 320, height: 300 });
  await phone.page.keyboard.insertText('治理');
  await expect(phone.submit()).toBeInViewport({ ratio: 1 });
  await expect(phone.page.getByRole('textbox').last()).toBeInViewport({ ratio: 1 });
});

test('phones that show buttons only can answer all kinds', async ({ hall, newHost, newPhone }) => {
  test.setTimeout(200_000);
  const { questions } = hall;
  const round = await hall.createRound({ questions, settings: { phoneShows: 'buttons' } });
  const host = await newHost(round.id);
  const phone = await newPhone(STILL);
  await phone.joinByPin(round.pin, '李明');
  for (const [index, question] of questions.entries()) {
    await host.openQuestion(index + 1);
    await expect(phone.text('题目在大屏上')).toBeVisible();
    await phone.page.screenshot({ path: path.join(SCREENS, `phone-390-plain-${index + 1}-${question.kind}.png`) });
    await isAccessible(phone.page, `buttons only, ${question.kind}`);
    await hasRoomForFingers(phone.page, `buttons only, ${question.kind}`);
    await host.close();
    await host.reveal();
    await host.leaderboard();
  }
});
