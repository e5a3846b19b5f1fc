import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALL_ROUTES } from '@anquanli/contract/all-routes';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      link: z.optional(z.boolean()),
      resolved: z.optional(z.string()),
      integrity: z.optional(z.string()),
      version: z.optional(z.string()),
    }),
  ),
});
const Manifest = z.object({
  allowScripts: z.optional(z.record(z.string(), z.boolean())),
  dependencies: z.optional(z.record(z.string(), z.string())),
  devDependencies: z.optional(z.record(z.string(), z.string())),
});

const MANIFESTS = ['.', 'server', 'server/contract', 'client', 'question-bank', 'load-tests'];

/** Files of source below a folder, tests left out. */
function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));
}

describe('dependencies', () => {
  it('are each fixed to one content by the lock file, and come from the registry', () => {
    const packages = Object.entries(Lock.parse(JSON.parse(read('package-lock.json'))).packages);
    const foreign = packages.filter(([where, { link }]) => where.includes('node_modules/') && link !== true);
    expect(foreign.length).toBeGreaterThan(100);
    const loose = foreign.filter(([, { integrity = '', resolved = 'https://registry.npmjs.org/', version }]) => {
      const isFixed = integrity.startsWith('sha512-') && /^\d/.test(version ?? '');
      return !isFixed || !resolved.startsWith('https://registry.npmjs.org/');
    });
    expect(loose.map(([where]) => where)).toEqual([]);
  });

  it('are named by version everywhere, never by an address', () => {
    const wanted = MANIFESTS.flatMap((folder) => {
      const { dependencies, devDependencies } = Manifest.parse(JSON.parse(read(path.join(folder, 'package.json'))));
      return Object.entries({ ...dependencies, ...devDependencies });
    });
    expect(wanted.filter(([, version]) => !/^([~^]?\d|\*$)/.test(version))).toEqual([]);
  });

  it('run a script of their own at the install only where that is meant: the embedded database', () => {
    expect(Manifest.parse(JSON.parse(read('package.json'))).allowScripts).toEqual({ 'better-sqlite3': true });
  });
});

describe('the sources', () => {
  it('of the client write no markup from texts, and nobody runs texts as code', () => {
    const files = ['client/src', 'server/src', 'server/contract/src', 'question-bank/src'].flatMap(sources);
    expect(files.length).toBeGreaterThan(400);
    const dangerous =
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
    const found = files.filter((file) => dangerous.test(read(file).replace('redis.asking.eval(', '')));
    expect(found).toEqual([]);
  });

  it('start programs nowhere in the server', () => {
    expect(sources('server/src').filter((file) => /from 'node:child_process'/.test(read(file)))).toEqual([]);
  });

  it('of the page have no inline script and nothing of another host', () => {
    const page = read('client/index.html');
    for (const [tag] of page.matchAll(/<script[^>]*>/g)) expect(tag).toContain('src="/');
    expect(page.match(/<script[^>]*>[^<]+<\/script>/)).toBeNull();
    expect(page.match(/(src|href)="(?!\/)/)).toBeNull();
    expect(page.match(/\son[a-z]+="/)).toBeNull();
  });

  it('keep secrets out of the repository and of the images', () => {
    for (const ignored of ['secrets', 'data', '.env'])
      expect(read('.gitignore')).toMatch(new RegExp(`^${ignored.replace('.', '\\.')}/?$`, 'm'));
    for (const ignored of ['secrets', 'data', '.git']) expect(read('.dockerignore').split('\n')).toContain(ignored);
  });
});

describe('addresses', () => {
  it('name no password, token or secret: logs and histories keep addresses', () => {
    const names = ALL_ROUTES.flatMap(({ method, path: address, query }) => {
      const asked = query instanceof z.ZodMiniObject ? Object.keys(query.shape) : [];
      const inPath = [...address.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
      return [...asked, ...inPath].map((name) => `${method} ${address} ${name}`);
    });
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name) => /(password|token|secret|pin)$/i.test(name))).toEqual([]);
  });
});
