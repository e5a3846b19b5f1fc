// npm run build [-- server|client]: contract, question bank, server and client, as far as their sources have changed.
import { requireNode } from './lib/node-version.mjs';

requireNode();
const { buildParts } = await import('./lib/build-parts.mjs');
const named = process.argv.slice(2);
await buildParts(named.length > 0 ? named : ['server', 'client']);
