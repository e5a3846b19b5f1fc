import { expect, type Locator, type Page } from '@playwright/test';

/** The run console: orders with the orange key or the space bar, and the list of people. */
export class HostPage {
  constructor(
    readonly page: Page,
    private readonly hallUrl: string,
  ) {}

  /** The sentence that says where the round stands. */
  readonly says = (words: string | RegExp): Locator =>
    this.page.getByRole('contentinfo').getByRole('status').filter({ hasText: words });

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  dialog(name?: string | RegExp): Locator {
    return this.page.getByRole('dialog', name === undefined ? {} : { name });
  }

  async open(roundId: string): Promise<void> {
    await this.page.goto(`${this.hallUrl}/rounds/${roundId}/run`);
    await expect(this.page.getByText('服务器正常')).toBeVisible();
  }

  /** Presses the orange key that is labelled so. */
  async give(step: RegExp): Promise<void> {
    const key = this.page.getByRole('contentinfo').getByRole('button', { name: step });
    await expect(key).toBeEnabled();
    await key.click();
  }

  openQuestion(no: number): Promise<void> {
    return this.give(new RegExp(`^开始第 ${no} 题`));
  }

  /** Closes the open question if its time or the hall has not done so already. */
  close(): Promise<void> {
    return this.give(/^收题/);
  }

  reveal(): Promise<void> {
    return this.give(/^揭晓答案/);
  }

  leaderboard(): Promise<void> {
    return this.give(/^看排行榜/);
  }

  podium(): Promise<void> {
    return this.give(/^上领奖台/);
  }

  person(name: string): Locator {
    return this.page.getByRole('list', { name: '参与者' }).getByRole('listitem').filter({ hasText: name });
  }

  /** Chooses from the menu of one person. */
  async orderPerson(name: string, action: string): Promise<void> {
    await this.button(`更多：${name}`).click();
    await this.page.getByRole('menuitem', { name: action }).click();
    // The menu of the next person must be the only one.
    await expect(this.page.getByRole('menu')).toBeHidden();
  }
}
