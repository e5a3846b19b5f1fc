import { expect, type Locator, type Page } from '@playwright/test';

/** A phone in the hall: in through the door, play, and look at what came of it. */
export class PhonePage {
  constructor(
    readonly page: Page,
    private readonly hallUrl: string,
  ) {}

  readonly pin = (): Locator => this.page.getByLabel('场次码，6 位数字');
  readonly nameField = (): Locator => this.page.getByLabel('您的名字');
  readonly seated = (): Locator => this.page.getByText('已入座，等主持人开始');
  /** The options of the question, in their order. */
  readonly options = (): Locator => this.page.getByRole('listitem').getByRole('button');
  readonly option = (text: string): Locator =>
    this.page.getByRole('listitem').getByRole('button', { name: new RegExp(`^[A-J]?\\s*${escaped(text)}$`) });
  readonly submit = (): Locator => this.button(/^提交答案/);
  readonly kept = (): Locator => this.page.getByText('已收到您的答案');
  readonly tape = (): Locator => this.alert('网络断开，正在重连');
  readonly title = (): Locator => this.page.getByRole('heading', { level: 1 });

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** A sentence of the product. */
  text(words: string | RegExp, exact = false): Locator {
    return this.page.getByText(words, { exact });
  }

  /** Why something was refused. */
  alert(words: string): Locator {
    return this.page.getByRole('alert').filter({ hasText: words });
  }

  async openDoor(path = '/'): Promise<void> {
    await this.page.goto(this.hallUrl + path);
  }

  async enterPin(pin: string): Promise<void> {
    await this.openDoor();
    await this.pin().fill(pin);
  }

  async enterName(name: string): Promise<void> {
    await this.nameField().fill(name);
    await this.button('进入现场').click();
  }

  async joinByPin(pin: string, name: string): Promise<void> {
    await this.enterPin(pin);
    await this.enterName(name);
    await expect(this.seated()).toBeVisible();
  }

  async joinByLink(joinPath: string, name: string): Promise<void> {
    await this.openDoor(joinPath);
    await this.enterName(name);
    await expect(this.seated()).toBeVisible();
  }

  /** Waits until question `no` can be answered. */
  async seesQuestion(no: number): Promise<void> {
    await expect(this.title()).toContainText(`第 ${no} 题`);
    await expect(this.options().first()).toBeVisible();
  }

  /** Waits until question `no`, of any kind, is open. */
  async seesStem(no: number): Promise<void> {
    await expect(this.title()).toContainText(`第 ${no} 题`);
    await expect(this.page.getByRole('timer')).toBeVisible();
    await expect(this.page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  }

  /** Taps options by their words; a single choice is sent by the tap. */
  async choose(texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.option(text).click();
  }

  async seesVerdict(verdict: '答对了！' | '这题没答对' | '这题没有作答'): Promise<void> {
    await expect(this.page.getByRole('heading', { name: verdict })).toBeVisible();
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
