import { expect, type Page } from '@playwright/test';
import type { Hall } from '../fixtures';
import { rightTexts, wrongTexts } from '../support/question-text';

/** A paper on a phone, answered by somebody who has the bank at hand. */
export class PaperPage {
  constructor(
    readonly page: Page,
    private readonly hall: Hall,
  ) {}

  /** Registers by the poster's code and goes to the contest. */
  async register(code: string, name: string): Promise<void> {
    await this.page.goto(`${this.hall.hallUrl}/u/${code}`);
    await this.page.getByLabel('真实姓名').fill(name);
    await this.page.getByText('我已看过并同意').click();
    await this.page.getByRole('button', { name: '登记', exact: true }).click();
    await this.page.getByRole('button', { name: '去竞赛答题' }).click();
    await expect(this.page.getByRole('heading', { name: '今日试卷' })).toBeVisible();
  }

  /** Taps an option of the question on the screen: a right one or a wrong one. */
  async choose(isRight: boolean): Promise<void> {
    const text = (await this.page.locator('.stem').innerText()).replace(/\s/gu, '');
    const question = this.hall.questions.find(({ stem }) => stem.replace(/\s/gu, '') === text);
    if (question === undefined) throw new Error(`no question “${text}” in the bank`);
    const [option] = isRight ? rightTexts(question) : wrongTexts(question);
    const wanted = (option ?? '').replace(/\s/gu, '');
    const buttons = this.page.locator('.opts button');
    const texts = await buttons.locator('.t').allInnerTexts();
    const index = texts.findIndex((each) => each.replace(/\s/gu, '') === wanted);
    if (index < 0) throw new Error(`no option “${wanted}” among ${texts.join(' | ')}`);
    await buttons.nth(index).click();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText('已保存')).toBeVisible();
  }

  next() {
    return this.page.getByRole('button', { name: '下一题' }).click();
  }

  async handIn(): Promise<void> {
    await this.page.getByRole('button', { name: '交卷' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: '交卷' }).click();
    await expect(this.page.getByRole('heading', { name: /题答对/ })).toBeVisible();
  }
}
