// The question bank's command line. Compiles the bank when its sources are newer than what was compiled.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const house = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const root = join(house, 'question-bank');
const cli = join(root, 'dist', 'cli.js');

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function isStale() {
  const builtAt = changedAt(join(root, 'dist', 'tsconfig.tsbuildinfo'));
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map((file) => join(root, 'src', file));
  const inputs = [...sources, join(root, 'tsconfig.json'), join(house, 'tsconfig.base.json')];
  return changedAt(cli) === 0 || inputs.some((input) => changedAt(input) > builtAt);
}

if (isStale()) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-b', root], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const { run } = await import(pathToFileURL(cli).href);
process.exitCode = await run(process.argv.slice(2), {
  root,
  now: Date.now,
  // Swedish dates are written YYYY-MM-DD.
  today: () => new Date().toLocaleDateString('sv-SE'),
  random: randomBytes,
  out: (text) => console.log(text),
  err: (text) => console.error(text),
});
