import { expect, test } from './fixtures';
import { aPicture, BankPage } from './pages/bank-page';
import { isAccessible } from './support/axe';
import { ADMIN } from './support/hall-api';

const TITLE = '三号工区题库';

test('an admin makes a set, writes, reviews and releases it, and an answer that changes gets a successor', async ({
  hall,
  newDesk,
  newPage,
}) => {
  test.setTimeout(240_000);
  const desk = await newDesk();
  const bank = new BankPage(desk.page);
  const { page } = desk;

  await desk.open('/bank');
  await bank.button('新建题库').click();
  await bank.field('名称').fill(TITLE);
  await bank.field('短名（可不填）').fill('site-three');
  await bank.button('建好题库').click();
  await expect(desk.heading(TITLE)).toBeVisible();
  await isAccessible(page, 'an empty set');

  await test.step('a single choice, with its mistakes told first', async () => {
    await desk.link('写新题').first().click();
    await bank.button('存为草稿').click();
    await expect(page.getByText('题干至少写两个字')).toBeVisible();
    await bank.field('题干').fill('安全帽的帽带应当怎样系？');
    await bank.options('系紧在下颌处', '松松挂着', '塞进帽子里');
    await page.getByRole('radio', { name: 'A 是正确答案' }).check();
    await bank.fillReasons('帽带系紧，人摔倒时帽子才不会掉。');
    await expect(page.getByRole('region', { name: '手机预览' }).getByText('松松挂着')).toBeVisible();
    await isAccessible(page, 'the editor');
    await bank.sendToReview();
  });

  await test.step('a true or false, left half way and taken up again', async () => {
    await page.goto(`${hall.hallUrl}/bank/site-three/questions/new`);
    await bank.kind('判断');
    await bank.field('题干').fill('配电箱门可以一直敞开。');
    await page.waitForTimeout(600);
    await desk.open('/bank/site-three/questions/new');
    await bank.button('接着写').click();
    await expect(bank.field('题干')).toHaveValue('配电箱门可以一直敞开。');
    await page.getByRole('group', { name: '这句话对不对' }).getByText('错', { exact: true }).click();
    await bank.fillReasons('门开着会进水、进灰，也会有人碰到带电部位。');
    await bank.sendToReview();
  });

  await test.step('a picture with zones drawn on it', async () => {
    await desk.open('/bank/site-three/questions/new');
    await bank.kind('看图');
    await bank.field('题干').fill('在图上找出隐患。');
    await bank.button('选图片').click();
    await page.getByLabel('图片文件').setInputFiles({
      name: 'scene.png',
      mimeType: 'image/png',
      buffer: await aPicture(page),
    });
    await bank.field('文字说明').fill('工地一角');
    await bank.button('上传图片').click();
    // Nothing can be drawn as long as the dialog fades away above the picture.
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('application', { name: /图片上的圈/ })).toBeVisible();

    await bank.dragOnPicture([0.1, 0.15], [0.35, 0.65]);
    await bank.field('第 1 处的名称').fill('配电箱门敞开');
    await bank.button('圆').click();
    await bank.dragOnPicture([0.7, 0.6], [0.78, 0.6]);
    await bank.field('第 2 处的名称').fill('路面干净');
    await page.getByLabel('第 2 处算什么').selectOption({ label: '干扰的' });
    // Taken hold of in its middle and moved.
    await bank.dragOnPicture([0.7, 0.6], [0.8, 0.6]);
    await bank.fillReasons('电箱敞开，谁都可能碰到带电的地方。');
    await isAccessible(page, 'the editor of a picture');
    await bank.sendToReview();
  });

  await test.step('reviewed blind, with the keyboard', async () => {
    await desk.open('/bank/site-three/review');
    await bank.review(/安全帽/, () => bank.phoneOption('系紧在下颌处').click());
    await bank.review(/配电箱/, () => page.keyboard.press('2'));
    await bank.review(/在图上/, () => bank.phoneOption('配电箱门敞开').click());
    await expect(page.getByText('没有待审的题')).toBeVisible();
  });

  await test.step('released as 1.0.0', async () => {
    await bank.tab('版本');
    await bank.release('1.0.0');
    await isAccessible(page, 'the versions');
  });

  await test.step('a released answer is not changed but succeeded', async () => {
    await bank.tab('题目');
    await desk.link('配电箱门可以一直敞开。').click();
    await page.getByRole('group', { name: '这句话对不对' }).getByText('对', { exact: true }).click();
    await bank.button('保存').click();
    await expect(page.getByText('这题发布过，答案不能直接改')).toBeVisible();
    await page.getByLabel('为什么换').selectOption({ label: '依据变了' });
    await bank.button('出接替题').click();
    await expect(page.getByText('这题接替了')).toBeVisible();
    await bank.sendToReview();
    await desk.open('/bank/site-three/review');
    await bank.review(/配电箱/, () => page.keyboard.press('1'));
  });

  await test.step('released as 1.1.0, the changed answer told loudly', async () => {
    await bank.tab('版本');
    await bank.button('发布新版本').click();
    await expect(page.getByRole('heading', { name: /答案改了的题/ })).toBeVisible();
    await isAccessible(page, 'a plan with a changed answer');
    await bank.button('发布 1.1.0').click();
    await expect(page.getByRole('cell', { name: /^1\.1\.0/ })).toBeVisible();
  });

  await test.step('the first version is withdrawn', async () => {
    await bank.button('撤回 1.0.0').click();
    await bank.field('为什么撤回').fill('配电箱那题答案错了');
    await bank.button('撤回这一版').click();
    await expect(page.getByText(/撤回于.*配电箱那题答案错了/)).toBeVisible();
  });

  await test.step('an organiser sees it all and changes nothing', async () => {
    await hall.createOrganiser('李干事');
    const other = await newPage();
    await other.goto(`${hall.hallUrl}/sign-in?next=/bank`);
    await other.getByLabel('账号名').fill('李干事');
    await other.getByLabel('密码', { exact: true }).fill(ADMIN.password);
    await other.getByRole('button', { name: '登录' }).click();
    await expect(other.getByRole('link', { name: TITLE, exact: true })).toBeVisible();
    await expect(other.getByRole('button', { name: '新建题库' })).toBeHidden();
    await other.getByRole('link', { name: TITLE, exact: true }).click();
    await other.getByRole('link', { name: '安全帽的帽带应当怎样系？' }).click();
    await expect(other.getByText('帽带系紧，人摔倒时帽子才不会掉。')).toBeVisible();
    await expect(other.getByRole('button', { name: '保存' })).toBeHidden();
    await isAccessible(other, 'a question to be read');
  });
});
