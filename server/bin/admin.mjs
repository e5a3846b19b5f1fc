// npm run admin -- reset-password [--name NAME]: works while the server runs, and when it does not.
import { requireNode } from './lib/node-version.mjs';

requireNode();
const { buildParts } = await import('./lib/build-parts.mjs');
const { inRoot } = await import('./lib/paths.mjs');
const { pathToFileURL } = await import('node:url');

process.chdir(inRoot());
await buildParts(['server']);
await import(pathToFileURL(inRoot('server', 'dist', 'src', 'admin.js')).href);
