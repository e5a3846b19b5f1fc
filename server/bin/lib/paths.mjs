import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole product. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export const inRoot = (...parts) => path.join(root, ...parts);

/** The script behind a package's command, to be run with this very Node: `.cmd` shims differ from system to system. */
export function commandOf(name, bin = name) {
  const manifest = findManifest(name);
  const { bin: bins } = createRequire(import.meta.url)(manifest);
  return path.join(path.dirname(manifest), typeof bins === 'string' ? bins : bins[bin]);
}

/** Packages may hide their package.json from `require.resolve`; the folders to look in are known all the same. */
function findManifest(name) {
  const require = createRequire(inRoot('client', 'package.json'));
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return require.resolve(path.join(folder, name, 'package.json'));
    } catch {
      continue;
    }
  }
  console.error(`\n缺少依赖 ${name}，请先运行 npm ci。\nThe package ${name} is missing: run npm ci first.\n`);
  process.exit(1);
}
