import type * as z from 'zod';

/**
 * What a cell says in JSON, as our own exports write what plain words cannot hold; undefined when it is no JSON of this
 * shape.
 */
export function jsonIn<T>(shape: z.ZodType<T>, cell: string): T | undefined {
  if (!/^[[{]/u.test(cell)) return undefined;
  try {
    const parsed = shape.safeParse(JSON.parse(cell));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
