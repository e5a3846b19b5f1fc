// Builds what is stale (contract, question bank, server, load tests), then runs a load scenario, on every platform.
import { buildParts } from './lib/build-parts.mjs';
import { requireNode } from './lib/node-version.mjs';
import { commandOf, inRoot } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';

requireNode();
const args = process.argv.slice(2);
// The bare servers need nothing of the product.
if (!args.includes('--baseline-only')) await buildParts(['server']);
const built = await runNode(commandOf('typescript', 'tsc'), ['-b', 'load-tests'], { cwd: inRoot() });
process.exitCode = built === 0 ? await runNode(inRoot('load-tests', 'dist', 'src', 'main.js'), args) : built;
