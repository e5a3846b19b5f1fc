// npm run build: contract, question bank, server and client, as far as their sources have changed.
import { requireNode } from './lib/node-version.mjs';

requireNode();
const { buildParts } = await import('./lib/build-parts.mjs');
await buildParts(['server', 'client']);
