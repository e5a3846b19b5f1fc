import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE = ['serious', 'critical'];

/** What axe-core finds serious or critical on the page as it is now: rule, place and why. */
export async function graveFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger, past the content security policy.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  const violations = await page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: typeof axe };
    const results = await engine.run(document, { resultTypes: ['violations'], iframes: false });
    return results.violations.map(({ id, impact, nodes }) => ({
      id,
      impact: impact ?? '',
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }));
  });
  return violations
    .filter(({ impact }) => GRAVE.includes(impact))
    .flatMap(({ id, impact, nodes }) => nodes.map((node) => `${impact} ${id} ${node}`));
}

export async function isAccessible(page: Page, where: string): Promise<void> {
  const messages = page.locator('.ant-message-notice');
  const fading = page.locator('[class*="ant-message-fade"]');
  for (;;) {
    // Half faded, the contrast of a message says nothing.
    await expect(fading).toHaveCount(0);
    const shown = await messages.count();
    const findings = await graveFindings(page);
    // One that came or went meanwhile: looked at again. Messages stay for seconds, so this ends.
    if ((await fading.count()) > 0 || (await messages.count()) !== shown) continue;
    expect.soft(findings, where).toEqual([]);
    return;
  }
}
