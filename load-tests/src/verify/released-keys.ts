import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is right, as the released file says it. */
export type ReleasedKey =
  | { readonly type: 'single'; readonly answer: { readonly option: string } }
  | { readonly type: 'multiple'; readonly answer: { readonly options: readonly string[] } }
  | { readonly type: 'boolean'; readonly answer: { readonly value: boolean } };

type ReleasedQuestion = ReleasedKey & { readonly id: string; readonly rev: number };

/** The keys of a released set by `<question id>/<revision>`. */
export function readReleasedKeys(releasesDir: string, setId: string, version: string): Map<string, ReleasedKey> {
  const text = readFileSync(join(releasesDir, setId, `${version}.json`), 'utf8');
  const { questions } = JSON.parse(text) as { questions: ReleasedQuestion[] };
  return new Map(questions.map((question) => [`${question.id}/${question.rev}`, question]));
}
