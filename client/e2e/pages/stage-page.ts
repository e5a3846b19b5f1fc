import { expect, type Locator, type Page } from '@playwright/test';

/** The big screen, opened on the venue's computer with the read-only code. */
export class StagePage {
  constructor(
    readonly page: Page,
    private readonly hallUrl: string,
  ) {}

  readonly title = (): Locator => this.page.getByRole('heading', { level: 1 });

  text(words: string | RegExp): Locator {
    return this.page.getByText(words);
  }

  /** Types the code as somebody at the venue does. */
  async openByCode(code: string): Promise<void> {
    await this.page.goto(`${this.hallUrl}/stage`);
    await this.page.getByLabel(/大屏码/).fill(code);
    await this.page.getByRole('button', { name: '接上现场' }).click();
    await this.seesLobby();
  }

  async seesLobby(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: /扫码入场|马上开始/ })).toBeVisible();
  }

  async open(code: string): Promise<void> {
    await this.page.goto(`${this.hallUrl}/stage/${code}`);
  }

  /** Nothing on a stage ever scrolls, in either direction. */
  async fitsTheScreen(): Promise<void> {
    const overflow = await this.page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return { down: scrollHeight - clientHeight, right: scrollWidth - clientWidth };
    });
    expect(overflow).toEqual({ down: 0, right: 0 });
  }
}
