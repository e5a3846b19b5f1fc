import { expect, type Page } from '@playwright/test';

const MIN_TOUCH_PX = 44;

/** Everything that can be tapped is at least 44 px high and wide. Links within a sentence are exempt, as WCAG has it. */
export async function hasRoomForFingers(page: Page, where: string): Promise<void> {
  const small = await page.evaluate((least) => {
    const targets = document.querySelectorAll<HTMLElement>('button, a[href], input, select, [role=button]');
    return (
      Array.from(targets)
        .map((target) => ({ target, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height > 0)
        // Half a pixel may be lost in rounding.
        .filter(({ box }) => box.width < least - 0.5 || box.height < least - 0.5)
        .map(({ target, box }) => `${target.textContent || target.tagName}: ${box.width} × ${box.height}`)
    );
  }, MIN_TOUCH_PX);
  expect.soft(small, where).toEqual([]);
}

/** The page never has to be moved sideways. */
export async function doesNotScrollSideways(page: Page, where: string): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect.soft(overflow, where).toBeLessThanOrEqual(0);
}

/** A browser zoomed to 200 % has half the room, in both directions. */
export async function zoomedTwice(page: Page, look: () => Promise<void>): Promise<void> {
  const size = page.viewportSize();
  if (size === null) throw new Error('A page without a size cannot be zoomed');
  await page.setViewportSize({ width: Math.floor(size.width / 2), height: Math.floor(size.height / 2) });
  await look();
  await page.setViewportSize(size);
}
