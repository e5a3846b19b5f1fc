import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { Problem } from './problem.js';

export type Read<T> = { readonly value: T; readonly problems: [] } | { readonly problems: Problem[] };

/** Reads a JSON file without judging its shape. `name` is how problems call the file. */
export async function readJson(path: string, name: string): Promise<Read<unknown>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { problems: [{ code: 'file_missing', where: { file: name }, found, remedy: 'Add the file.' }] };
  }
  try {
    return { value: JSON.parse(text) as unknown, problems: [] };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { problems: [{ code: 'not_json', where: { file: name }, found, remedy: 'Mend the JSON there.' }] };
  }
}

/** Judges a value by a schema; each issue becomes a problem of the file. */
export function fitted<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  file: string,
  inside: readonly PropertyKey[] = [],
): Read<T> {
  const result = schema.safeParse(raw);
  if (result.success) return { value: result.data, problems: [] };
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  const questionId = typeof id === 'string' && id.startsWith('q_') ? id : undefined;
  return {
    problems: result.error.issues.map((issue) => ({
      code: 'schema',
      where: { file, questionId, path: [...inside, ...issue.path].map(String).join('.') },
      found: issue.message,
      remedy: 'See schema/question-set.schema.json.',
    })),
  };
}
