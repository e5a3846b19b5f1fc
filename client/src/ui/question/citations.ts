import type { Citation } from '@anquanli/contract/question';

/** Sources as lines of text: each title once, its places after it. */
export function sourceLines(citations: readonly Citation[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { title, locator } of citations) {
    const known = places.get(title) ?? [];
    if (locator !== null && !known.includes(locator)) known.push(locator);
    places.set(title, known);
  }
  return Array.from(places, ([title, locators]) => (locators.length === 0 ? title : `${title} ${locators.join('、')}`));
}
