import * as z from 'zod/mini';
import { slot } from '../../../lib/storage';

/** The longest text that is taken at once, in UTF-16 units. */
export const MAX_TEXT = 1_000_000;

/** Text that was pasted and not read yet: leaving the page must not lose it. */
export const pasteDraft = slot('import-paste', z.object({ name: z.string(), text: z.string() }));

/** The first words of a text, as a name for it. */
export function firstWords(text: string): string {
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  return line.trim().slice(0, 24);
}
