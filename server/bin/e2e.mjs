// npm run e2e [-- pattern]: builds what is stale, then plays the product in a real browser.
import { buildParts } from './lib/build-parts.mjs';
import { requireNode } from './lib/node-version.mjs';
import { commandOf, inRoot } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { chromiumPath } from './lib/system-packages.mjs';

requireNode();
const chromium = chromiumPath();
if (chromium === null) {
  console.error('没有找到 Chromium，请先安装。 · No Chromium here: install it first.');
  process.exit(1);
}
await buildParts(['server', 'client']);
process.exitCode = await runNode(
  commandOf('@playwright/test', 'playwright'),
  ['test', '--config', inRoot('playwright.config.ts'), ...process.argv.slice(2)],
  { cwd: inRoot(), env: { ...process.env, CHROMIUM_PATH: chromium } },
);
