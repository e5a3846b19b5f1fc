import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { readRegistry } from './registry.js';
import { listSets, readSetFolder } from './set-folder.js';
import { statsText } from './stats.js';

const root = fileURLToPath(new URL('..', import.meta.url));

it('tells in the README what the sets hold', async () => {
  const readme = await readFile(`${root}/README.md`, 'utf8');
  const { registry } = await readRegistry(root);
  for (const id of await listSets(root)) {
    const { under } = await readSetFolder(root, id, registry);
    expect(under).toBeDefined();
    if (under) expect(readme).toContain(statsText(under.set));
  }
});
