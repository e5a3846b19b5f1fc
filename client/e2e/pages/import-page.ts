import { expect, type Locator, type Page } from '@playwright/test';

/** Importing at an admin's desk. */
export class ImportPage {
  constructor(
    readonly page: Page,
    private readonly hallUrl: string,
  ) {}

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** The tab with its number, e.g. 有问题 2. */
  tab(name: string, count: number): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}\\s*${count}$`) });
  }

  /** The orange button with the number of questions that go in. */
  commitButton(count: number): Locator {
    return this.button(`把 ${count} 题放进草稿`);
  }

  async open(setId: string): Promise<void> {
    await this.page.goto(`${this.hallUrl}/bank/import?set=${setId}`);
    await expect(this.page.getByRole('heading', { name: '导入题目' })).toBeVisible();
  }

  /** Chooses a file as with the file picker, and waits until it was read. */
  async choose(name: string, buffer: Buffer): Promise<void> {
    const picked = this.page.waitForEvent('filechooser');
    await this.button('选文件').click();
    await (await picked).setFiles({ name, mimeType: 'application/octet-stream', buffer });
    await this.isRead();
  }

  async isRead(): Promise<void> {
    await expect(this.page.getByRole('tablist', { name: '读到的题' })).toBeVisible({ timeout: 30_000 });
  }

  /** A row that did not come in, by its place. */
  refused(place: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: place });
  }

  cell(name: RegExp): Locator {
    return this.page.getByRole('textbox', { name });
  }
}
