import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkForRelease, checkSet } from './check.js';
import { addReleaseCommand } from './cli-add-release.js';
import { blindCommand } from './cli-blind.js';
import { diffCommand } from './cli-diff.js';
import { exportCommand, templateCommand } from './cli-export.js';
import { importCommand } from './cli-import.js';
import { OK, readSets, readSoundSet, told, UsageError, type World } from './cli-world.js';
import { questionSetJsonSchema } from './json-schema.js';
import { loadReleases, ReleaseError } from './load-release.js';
import { newQuestionId } from './new-id.js';
import type { Problem } from './problem.js';
import { release } from './release.js';
import { Day, Version } from './schema-words.js';
import { statsText } from './stats.js';

const USAGE = `npm run bank -- COMMAND

  check [SET] [--release]    what is wrong with the sets; --release also asks whether approved questions are ready
  schema                     write schema/question-set.schema.json
  release SET VERSION        write releases/SET/VERSION.json, or say why not   [--on YYYY-MM-DD]
  add-release FILE           puts a version that was exported at the desk into releases/
  diff A B                   what changed; A and B are SET, SET@VERSION or a file
  stats [SET]                counts by kind, category, difficulty, key, source
  blind SET                  questions without keys, for a second reader   [--seed TEXT] [--category ID] [--out FILE]
  blind SET --answers FILE   compare the reader's answers with the keys    [--record] [--on YYYY-MM-DD]
  new-id [N]                 N new question ids
  import FILE…               what is in workbooks, documents, text or JSON   [--lang zh|en] [--refused FILE.xlsx]
                             [--category ID] [--difficulty N] [--type-code 1=single]… [--encoding utf-8|gb18030|…]
  import FILE… --into SET    and write the good questions into the set, as drafts   [--dry-run]
  export SET                 the set as JSON or as a workbook   [--format json|xlsx] [--out FILE]
  template                   the workbook to fill in   [--lang zh|en] [--out FILE]`;

const OPTIONS = {
  release: { type: 'boolean', default: false },
  record: { type: 'boolean', default: false },
  on: { type: 'string' },
  seed: { type: 'string', default: '1' },
  category: { type: 'string' },
  out: { type: 'string' },
  answers: { type: 'string' },
  into: { type: 'string' },
  difficulty: { type: 'string' },
  'type-code': { type: 'string', multiple: true },
  encoding: { type: 'string' },
  refused: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  lang: { type: 'string', default: 'zh' },
  format: { type: 'string', default: 'json' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Options = ReturnType<typeof parse>['values'];

/** Runs one command. Returns the exit code: 0 done, 1 problems found, 2 not understood. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  try {
    const { values, positionals } = parse(argv);
    const [command, ...operands] = positionals;
    if (values.help || command === undefined) {
      world.out(USAGE);
      return OK;
    }
    return await carryOut(world, command, operands, values);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.err(error.message);
    return 2;
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function carryOut(world: World, command: string, operands: readonly string[], options: Options): Promise<number> {
  const [first, second] = operands;
  switch (command) {
    case 'check':
      return checkCommand(world, first, options.release);
    case 'schema':
      return schemaCommand(world);
    case 'release':
      return releaseCommand(world, needed(first, 'SET'), needed(second, 'VERSION'), options.on ?? world.today());
    case 'add-release':
      return addReleaseCommand(world, needed(first, 'FILE'));
    case 'diff':
      return diffCommand(world, needed(first, 'A'), needed(second, 'B'));
    case 'stats':
      return statsCommand(world, first);
    case 'blind':
      return blindCommand(world, needed(first, 'SET'), options);
    case 'new-id':
      return newIdCommand(world, first ?? '1');
    case 'import':
      return importCommand(world, operands, options);
    case 'export':
      return exportCommand(world, needed(first, 'SET'), options);
    case 'template':
      return templateCommand(world, options.out, options.lang);
    default:
      throw new UsageError(`There is no command “${command}”.\n\n${USAGE}`);
  }
}

function needed(operand: string | undefined, name: string): string {
  if (operand === undefined) throw new UsageError(`${name} is missing.\n\n${USAGE}`);
  return operand;
}

async function checkCommand(world: World, only: string | undefined, forRelease: boolean): Promise<number> {
  const sets = await readSets(world, only);
  const problems = sets.flatMap(({ under, problems: unread }) => [
    ...unread,
    ...(under ? (forRelease ? checkForRelease(under) : checkSet(under)) : []),
  ]);
  if (only === undefined) problems.push(...(await releaseProblems(world)));
  const count = sets.reduce((sum, { under }) => sum + (under?.set.questions.length ?? 0), 0);
  world.out(`${count} questions in ${sets.length} sets: ${problems.length} problems.`);
  return told(world, problems);
}

/** Whether what was released is still what it was. */
async function releaseProblems(world: World): Promise<readonly Problem[]> {
  try {
    await loadReleases(join(world.root, 'releases'));
    return [];
  } catch (error) {
    if (error instanceof ReleaseError) return error.problems;
    throw error;
  }
}

async function schemaCommand(world: World): Promise<number> {
  const path = join(world.root, 'schema', 'question-set.schema.json');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, questionSetJsonSchema());
  world.out(`Wrote ${path}`);
  return OK;
}

async function releaseCommand(world: World, setId: string, version: string, on: string): Promise<number> {
  if (!Version.safeParse(version).success) throw new UsageError(`“${version}” is not a version like 1.2.0.`);
  if (!Day.safeParse(on).success) throw new UsageError(`--on wants a day as YYYY-MM-DD, not “${on}”.`);
  const outcome = await release({ root: world.root, setId, version, on });
  if (!('set' in outcome)) return told(world, outcome.problems);
  const { set, diff, path } = outcome;
  const keys = diff && diff.keyChanges.length > 0 ? `, ${diff.keyChanges.length} key changes` : '';
  world.out(`Released releases/${path}: ${set.questions.length} questions${keys}, ${set.contentHash ?? ''}`);
  return OK;
}

async function statsCommand(world: World, only: string | undefined): Promise<number> {
  const ids = only === undefined ? (await readSets(world)).map(({ id }) => id) : [only];
  for (const id of ids) world.out(statsText((await readSoundSet(world, id)).set));
  return OK;
}

function newIdCommand(world: World, wanted: string): Promise<number> {
  const count = Number(wanted);
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw new UsageError(`“${wanted}” is not a number from 1 to 1000.`);
  }
  for (let n = 0; n < count; n += 1) world.out(newQuestionId(world.now(), world.random(10)));
  return Promise.resolve(OK);
}
