import { expect, type Page } from '@playwright/test';

/** What a text looks like when a word of the product is missing: a key, a placeholder, a value that is none. */
const RAW = /\{\{|\}\}|\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+[A-Z][A-Za-z]+\b|\bundefined\b|\bNaN\b|\[object/;

/** Nothing on the page is a key without words. */
export async function showsNoRawKeys(page: Page): Promise<void> {
  expect(await page.locator('body').innerText()).not.toMatch(RAW);
}
