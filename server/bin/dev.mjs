// npm run dev: compiler, server and page, each starting over by itself when its sources change.
import { spawn } from 'node:child_process';
import { requireNode } from './lib/node-version.mjs';

requireNode();
const { buildParts } = await import('./lib/build-parts.mjs');
const { commandOf, inRoot } = await import('./lib/paths.mjs');

process.chdir(inRoot());
await buildParts(['server']);

const children = [
  start([commandOf('typescript', 'tsc'), '-b', 'server', '--watch', '--preserveWatchOutput'], inRoot()),
  start(['--watch', '--watch-preserve-output', inRoot('server', 'dist', 'src', 'main.js')], inRoot()),
  start([commandOf('vite'), '--host'], inRoot('client')),
];

function start(args, cwd) {
  return spawn(process.execPath, args, { cwd, stdio: 'inherit' });
}

/** One gone, all gone: half a workshop only confuses. */
function stopAll(status) {
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = status;
}

for (const child of children) child.once('exit', (status) => stopAll(status ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopAll(0));
