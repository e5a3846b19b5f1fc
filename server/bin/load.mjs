// Builds what is stale (contract, question bank, server, load tests), then runs a load scenario, on every platform.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const args = process.argv.slice(2);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
// The bare servers need nothing of the product.
run(tsc, '-b', ...(args.includes('--baseline-only') ? [] : ['server']), 'load-tests');
run('load-tests/dist/src/main.js', ...args);
