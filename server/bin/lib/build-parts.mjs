import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compressFolder } from './compress.mjs';
import { fingerprint } from './fingerprint.mjs';
import { commandOf, inRoot } from './paths.mjs';
import { runNode } from './run.mjs';

const STAMP = inRoot('.cache', 'build.json');
const SHARED = ['package-lock.json', 'tsconfig.base.json', 'server/contract'];

/** What can be built: from which files, what must be there afterwards, and how. */
const PARTS = {
  server: {
    title: '服务器 · server',
    sources: [
      ...SHARED,
      'question-bank/src',
      'question-bank/tsconfig.json',
      'question-bank/package.json',
      'server/src',
      'server/test',
      'server/tsconfig.json',
      'server/package.json',
    ],
    result: inRoot('server', 'dist', 'src', 'main.js'),
    make: (isMissing) =>
      runNode(commandOf('typescript', 'tsc'), ['-b', 'server', ...(isMissing ? ['--force'] : [])], { cwd: inRoot() }),
  },
  client: {
    title: '网页 · client',
    sources: [...SHARED, 'client'],
    result: inRoot('client', 'dist', 'index.html'),
    make: async () => {
      const status = await runNode(commandOf('vite'), ['build', '--logLevel', 'warn'], { cwd: inRoot('client') });
      if (status === 0) await compressFolder(inRoot('client', 'dist'));
      return status;
    },
  },
};

/** Builds the named parts whose sources have changed since they were last built. Ends the process when one fails. */
export async function buildParts(names) {
  for (const name of names) {
    const part = PARTS[name];
    const print = fingerprint(part.sources);
    const isMissing = !existsSync(part.result);
    if (!isMissing && stamps()[name] === print) continue;
    process.stdout.write(`▸ 正在构建 ${part.title} …\n`);
    const startedAt = performance.now();
    const status = await part.make(isMissing);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    if (status !== 0) {
      process.stderr.write(`✗ ${part.title} 构建失败 · build failed (${seconds} s)\n`);
      process.exit(1);
    }
    stamp(name, print);
    process.stdout.write(`✓ ${part.title} (${seconds} s)\n`);
  }
}

function stamps() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return {};
  }
}

function stamp(name, print) {
  mkdirSync(inRoot('.cache'), { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ ...stamps(), [name]: print }));
}
