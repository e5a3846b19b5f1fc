import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { languageOf } from './cli-import.js';
import { OK, readSoundSet, UsageError, type World } from './cli-world.js';
import { exportSetJson } from './formats/export-json.js';
import { exportWorkbook } from './formats/export-workbook.js';
import { templateWorkbook } from './formats/template-workbook.js';
import { readRegistry } from './registry.js';

export interface ExportOptions {
  readonly format: string;
  readonly out?: string | undefined;
}

/** Writes a set as JSON (everything) or as a workbook (what a table can hold). */
export async function exportCommand(world: World, setId: string, { format, out }: ExportOptions): Promise<number> {
  const { set } = await readSoundSet(world, setId);
  if (format === 'json') {
    const text = exportSetJson(set);
    if (out === undefined) world.out(text.trimEnd());
    else await writeFile(resolve(out), text);
    return OK;
  }
  if (format !== 'xlsx') throw new UsageError(`--format wants json or xlsx, not “${format}”.`);
  const { registry } = await readRegistry(world.root);
  const context = { categories: set.categories, sources: [...registry.sources.values()] };
  return writeBytes(world, out ?? `${setId}.xlsx`, exportWorkbook(set.questions, context));
}

/** Writes the workbook that people fill in. */
export async function templateCommand(world: World, out: string | undefined, lang: string): Promise<number> {
  const { registry } = await readRegistry(world.root);
  const context = { categories: [...registry.categories.values()], sources: [...registry.sources.values()] };
  return writeBytes(world, out ?? 'template.xlsx', templateWorkbook(context, languageOf(lang)));
}

async function writeBytes(world: World, out: string, bytes: Uint8Array): Promise<number> {
  const path = resolve(out);
  await writeFile(path, bytes);
  world.out(`Wrote ${path}`);
  return OK;
}
