import { expect, type Locator, type Page } from '@playwright/test';

/** An organiser's desk: signing in, rounds, the editor, results, accounts. */
export class DeskPage {
  constructor(
    readonly page: Page,
    private readonly hallUrl: string,
  ) {}

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.hallUrl + path);
  }

  /** The one-time link that the server prints. */
  async setUp(token: string, account: { name: string; password: string }): Promise<void> {
    await this.open(`/setup#${token}`);
    await this.fillAccount(account);
    await this.button('设好，进入').click();
    await expect(this.heading('场次')).toBeVisible();
  }

  async signIn(account: { name: string; password: string }, path = '/rounds'): Promise<void> {
    await this.open(path);
    await this.fillAccount(account);
    await this.button('登录').click();
    await expect(this.page).toHaveURL(this.hallUrl + path);
  }

  /** A button among several of a segment or switch, by its words. */
  async chooseRadio(name: string): Promise<void> {
    await this.page.getByText(name, { exact: true }).click();
    await expect(this.page.getByRole('radio', { name })).toBeChecked();
  }

  private async fillAccount({ name, password }: { name: string; password: string }): Promise<void> {
    await this.page.getByLabel('账号名').fill(name);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
  }
}
