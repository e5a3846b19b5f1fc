const MOST = 12;
const MOST_CHARS = 24;

/** "用电 配电箱，临电" → each once, in order; more than the schema allows is left out. */
export function tagsOf(text: string): string[] {
  const tags = text
    .split(/[\s,，、;；]+/)
    .map((tag) => tag.slice(0, MOST_CHARS))
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, MOST);
}
