import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { appendDrafts } from './append-drafts.js';
import { FAILED, OK, readSets, readSoundSet, UsageError, type World } from './cli-world.js';
import { refusedWorkbook } from './formats/refused-workbook.js';
import { asDraft } from './import/as-draft.js';
import { importFile } from './import/import-file.js';
import type { ImportChoices, ImportContext, ImportResult } from './import/import-result.js';
import { importText, problemsText, type Language } from './import-text.js';
import { readRegistry } from './registry.js';
import type { Question, QuestionSet, QuestionType } from './schema.js';

export interface ImportOptions {
  readonly into?: string | undefined;
  readonly category?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly 'type-code'?: readonly string[] | undefined;
  readonly encoding?: string | undefined;
  readonly refused?: string | undefined;
  readonly 'dry-run': boolean;
  readonly lang: string;
}

/** Reads files of questions, says what was found, and with `--into` writes the good ones into a set as drafts. */
export async function importCommand(world: World, files: readonly string[], options: ImportOptions): Promise<number> {
  if (files.length === 0) throw new UsageError('FILE is missing.');
  const language = languageOf(options.lang);
  const target = options.into === undefined ? undefined : (await readSoundSet(world, options.into)).set;
  const context = await contextOf(world, target);
  const choices = choicesOf(options, context);
  let code = OK;
  for (const file of files) {
    const result = importFile({ name: basename(file), bytes: await bytesOf(file), choices, context });
    world.out(importText(result));
    const isWhole = result.problems.every(({ weight }) => weight === 'notice');
    if (result.problems.length > 0) (isWhole ? world.out : world.err)(problemsText(result, language));
    if (options.refused !== undefined && result.refused.length > 0)
      await writeRefused(options.refused, result, language);
    if (!isWhole) code = FAILED;
    if (target && !(await append(world, target.id, { result, isDry: options['dry-run'] }))) code = FAILED;
  }
  return code;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(resolve(file)));
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The bank as the import sees it: the set that questions go to, else all of them. */
async function contextOf(world: World, target: QuestionSet | undefined): Promise<ImportContext> {
  const { registry } = await readRegistry(world.root);
  const sets = target ? [target] : (await readSets(world)).flatMap(({ under }) => (under ? [under.set] : []));
  return {
    categories: target?.categories ?? [...registry.categories.values()],
    sources: [...registry.sources.values()],
    known: sets.flatMap(({ questions }) => questions.map(knownQuestion)),
  };
}

function knownQuestion(question: Question): ImportContext['known'][number] {
  const options = 'options' in question ? question.options : [];
  return { id: question.id, stem: question.stem, optionTexts: options.map(({ text }) => text) };
}

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
const TYPES: readonly QuestionType[] = ['single', 'multiple', 'boolean', 'ordering', 'numeric', 'text', 'hotspot'];

function choicesOf(options: ImportOptions, { categories }: ImportContext): ImportChoices {
  const { category } = options;
  if (category !== undefined && !categories.some(({ id }) => id === category)) {
    throw new UsageError(
      `There is no category “${category}”. Categories: ${categories.map(({ id }) => id).join(', ')}.`,
    );
  }
  const difficulty = options.difficulty === undefined ? undefined : Number(options.difficulty);
  if (difficulty !== undefined && ![1, 2, 3, 4, 5].includes(difficulty)) {
    throw new UsageError(`--difficulty wants a number from 1 to 5, not “${options.difficulty ?? ''}”.`);
  }
  const encoding = ENCODINGS.find((name) => name === options.encoding);
  if (options.encoding !== undefined && encoding === undefined) {
    throw new UsageError(`--encoding wants one of ${ENCODINGS.join(', ')}, not “${options.encoding}”.`);
  }
  const typeCodes = Object.fromEntries((options['type-code'] ?? []).map(typeCode));
  return { defaultCategory: category, defaultDifficulty: difficulty, encoding, typeCodes };
}

function typeCode(given: string): [string, QuestionType] {
  const [code = '', word] = given.split('=');
  const type = TYPES.find((name) => name === word);
  if (code === '' || type === undefined) {
    throw new UsageError(`--type-code wants CODE=KIND, such as 1=single, not “${given}”. Kinds: ${TYPES.join(', ')}.`);
  }
  return [code, type];
}

export function languageOf(lang: string): Language {
  if (lang === 'zh' || lang === 'en') return lang;
  throw new UsageError(`--lang wants zh or en, not “${lang}”.`);
}

async function writeRefused(path: string, { refused, problems }: ImportResult, language: Language): Promise<void> {
  await writeFile(resolve(path), refusedWorkbook(refused, problems, language));
}

/** Whether what was found could be written. Codes of kinds that nobody has confirmed keep a file out. */
async function append(
  world: World,
  setId: string,
  { result, isDry }: { readonly result: ImportResult; readonly isDry: boolean },
): Promise<boolean> {
  const open = result.mapping?.typeCodes.filter(({ isConfirmed }) => !isConfirmed) ?? [];
  if (open.length > 0) {
    const wanted = open.map(({ code, suggested }) => `--type-code ${code}=${suggested ?? 'KIND'}`).join(' ');
    world.err(`Nothing written: say what the codes of the kinds mean, for instance ${wanted}.`);
    return false;
  }
  const drafts = result.questions.map((imported) => asDraft(imported, result.file));
  if (isDry) {
    world.out(`Would write up to ${drafts.length} drafts into sets/${setId}.`);
    return true;
  }
  const written = await appendDrafts(world.root, setId, drafts);
  world.out(`Wrote ${written} drafts into sets/${setId}; ${drafts.length - written} were there already.`);
  return true;
}
