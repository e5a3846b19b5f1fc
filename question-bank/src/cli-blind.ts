import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BlindAnswers, blindSheet, compareBlind, type BlindComparison } from './blind.js';
import { FAILED, OK, readSoundSet, UsageError, type World } from './cli-world.js';
import { recordCheck } from './record-check.js';
import { Day } from './schema-words.js';
import type { Question } from './schema.js';

export interface BlindOptions {
  readonly seed: string;
  readonly category?: string | undefined;
  readonly out?: string | undefined;
  readonly answers?: string | undefined;
  readonly record: boolean;
  readonly on?: string | undefined;
}

/** Writes the sheet without keys, or compares a reader's answers with the keys and records where both agree. */
export async function blindCommand(world: World, setId: string, options: BlindOptions): Promise<number> {
  const under = await readSoundSet(world, setId);
  if (options.answers === undefined) {
    if (options.record) throw new UsageError('--record needs --answers FILE.');
    const sheet = blindSheet(under.set, options.seed).filter(
      ({ category }) => options.category === undefined || category === options.category,
    );
    const text = JSON.stringify({ set: setId, seed: options.seed, questions: sheet }, null, 2);
    if (options.out === undefined) world.out(text);
    else await writeFile(resolve(options.out), `${text}\n`);
    return OK;
  }

  const comparison = compareBlind(under.set, await readAnswers(options.answers));
  world.out(formatComparison(comparison));
  if (options.record) {
    const on = options.on ?? world.today();
    if (!Day.safeParse(on).success) throw new UsageError(`--on wants a day as YYYY-MM-DD, not “${on}”.`);
    const check = { kind: 'independent-answer', on, result: 'agrees' } as const;
    const written = await recordCheck(world.root, under, comparison.agreeing, check);
    world.out(`Recorded an independent answer for ${written} questions.`);
  }
  return comparison.disagreeing.length === 0 && comparison.unknown.length === 0 ? OK : FAILED;
}

async function readAnswers(file: string): Promise<BlindAnswers> {
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(resolve(file), 'utf8'));
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const answers = BlindAnswers.safeParse(raw);
  if (answers.success) return answers.data;
  const issues = answers.error.issues.map(({ path, message }) => `  ${path.map(String).join('.')}: ${message}`);
  throw new UsageError(`${file} is not a list of answers.\n${issues.join('\n')}`);
}

function formatComparison({ agreeing, disagreeing, unanswered, unknown }: BlindComparison): string {
  return [
    ...disagreeing.map(({ question, answer }) => formatDisagreement(question, answer)),
    ...(unknown.length > 0 ? [`Not in the set: ${unknown.join(', ')}`] : []),
    `${agreeing.length} agree · ${disagreeing.length} disagree · ${unanswered.length} unanswered`,
  ].join('\n');
}

function formatDisagreement(question: Question, answer: unknown): string {
  const options = 'options' in question ? question.options.map(({ id, text }) => `    ${id}  ${text}`) : [];
  return [
    `${question.id}  ${question.stem}`,
    ...options,
    `    key    ${JSON.stringify(question.answer)}`,
    `    reader ${JSON.stringify(answer)}`,
    '',
  ].join('\n');
}
