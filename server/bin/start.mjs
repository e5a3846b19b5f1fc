// npm start: builds what is not built, then serves in this very process, so that signals reach the server.
import { requireNode } from './lib/node-version.mjs';

requireNode();
const { buildParts } = await import('./lib/build-parts.mjs');
const { inRoot } = await import('./lib/paths.mjs');
const { pathToFileURL } = await import('node:url');

process.chdir(inRoot());
await buildParts(['server', 'client']);
await import(pathToFileURL(inRoot('server', 'dist', 'src', 'main.js')).href);
