import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Check } from './schema.js';
import type { SetUnderCheck } from './set-under-check.js';

/** Only what is written here is looked at, so that everything else in the file stays as its author wrote it. */
const RawQuestions = z.array(z.record(z.string(), z.unknown()));
const RawChecks = z.array(z.record(z.string(), z.unknown())).default([]);

/**
 * Writes a check into the category files of the questions named by `ids`, leaving out those that already have an
 * agreeing check of that kind. Returns how many questions were written.
 */
export async function recordCheck(
  root: string,
  under: SetUnderCheck,
  ids: readonly string[],
  check: Check,
): Promise<number> {
  const wanted = new Set(ids);
  const files = new Set([...under.fileOf].filter(([{ id }]) => wanted.has(id)).map(([, file]) => file));
  let written = 0;
  for (const file of files) {
    const path = join(root, file);
    const questions = RawQuestions.parse(JSON.parse(await readFile(path, 'utf8')));
    const checked = questions.map((question) => {
      const checks = RawChecks.parse(question.checks);
      const isKnown = checks.some(({ kind, result }) => kind === check.kind && result === 'agrees');
      if (!wanted.has(String(question.id)) || isKnown) return question;
      written += 1;
      return { ...question, checks: [...checks, check] };
    });
    await writeFile(path, `${JSON.stringify(checked, null, 2)}\n`);
  }
  return written;
}
