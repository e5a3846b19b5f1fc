import { expect, type Locator, type Page } from '@playwright/test';

/** A picture of 480 × 300, made in the browser: what is on it does not matter. */
export async function aPicture(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [480, 300];
    const context = canvas.getContext('2d');
    if (context !== null) {
      context.fillStyle = '#cfd8df';
      context.fillRect(0, 0, 480, 300);
      context.fillStyle = '#c2203a';
      context.fillRect(60, 60, 90, 120);
    }
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

/** The question bank on an admin's desk. */
export class BankPage {
  constructor(readonly page: Page) {}

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '题库里的页面' }).getByRole('link', { name }).click();
  }

  /** What every question needs beside its answer. */
  async fillReasons(explanation: string): Promise<void> {
    await this.field('解析').fill(explanation);
    await this.button('加一条依据').click();
    await this.page.getByRole('combobox', { name: '搜名称、文号' }).fill('安全生产法');
    await this.page.locator('.ant-select-item-option').first().click();
    await expect(this.page.locator('.ant-select-dropdown')).toBeHidden();
    await this.page.getByRole('textbox', { name: '条款' }).fill('第五十七条');
    await this.page.getByLabel('分类', { exact: true }).selectOption({ label: '建筑施工' });
  }

  async kind(name: string): Promise<void> {
    await this.page.getByRole('group', { name: '题型' }).getByText(name, { exact: true }).click();
  }

  async options(...texts: string[]): Promise<void> {
    for (const [index, text] of texts.entries()) await this.field(`选项 ${'ABCD'.charAt(index)}`).fill(text);
    for (let index = 3; index >= texts.length; index -= 1) {
      await this.button(`删掉选项 ${'ABCD'.charAt(index)}`).click();
    }
  }

  /** Stores the question and sends it to review. */
  async sendToReview(): Promise<void> {
    await this.button('送审').click();
    await expect(this.page.getByText('现在是：待审')).toBeVisible();
  }

  /** Drags on the picture from one place to another, both in shares of it. */
  async dragOnPicture(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    const picture = this.page.getByRole('application', { name: /图片上的圈/ });
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    if (box === null) throw new Error('No picture to draw on');
    const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
    await this.page.mouse.move(...at(from));
    await this.page.mouse.down();
    await this.page.mouse.move(...at(to), { steps: 4 });
    await this.page.mouse.up();
  }

  /** Answers the question of the review with `choose`, ticks its source, and approves it. */
  async review(stem: RegExp, choose: () => Promise<void>): Promise<void> {
    await expect(this.page.getByRole('heading', { name: stem })).toBeVisible();
    await choose();
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByText('和答案一致')).toBeVisible();
    await this.page.keyboard.press('s');
    await expect(this.page.getByText('已核对：一致')).toBeVisible();
    await this.button('通过，下一题').click();
    await expect(this.page.getByText('和答案一致')).toBeHidden();
  }

  /** An option on the phone of the review, by its words; the letters are shuffled. */
  phoneOption(text: string): Locator {
    return this.page.getByRole('region', { name: '手机上的样子' }).getByRole('button', { name: text });
  }

  async release(version: string): Promise<void> {
    await this.button('发布新版本').click();
    await expect(this.page.getByRole('textbox', { name: '版本号' })).toHaveValue(version);
    await this.button(`发布 ${version}`).click();
    await expect(this.page.getByRole('cell', { name: new RegExp(`^${version.replace(/\./g, '\\.')}`) })).toBeVisible();
  }
}
