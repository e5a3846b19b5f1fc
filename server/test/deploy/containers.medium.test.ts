import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { SECRET_SETTINGS } from '../../src/platform/config/secrets.js';
import { readSettings } from '../../src/platform/config/settings.js';
import { freePort } from '../support/free-port.js';
import { hasMariadb } from '../support/mariadb.js';
import { hasRedis } from '../support/redis.js';
import { tempDir } from '../support/temp-dir.js';
import { until } from '../support/until.js';

/*
 * No container is built here. What the images hold is put together in a folder, as the Dockerfile says, and each command of theirs is run in it,
 * or on the machine's own programs.
 */

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const dockerfile = readFileSync(path.join(ROOT, 'server', 'Dockerfile'), 'utf8');

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[] };
  readonly volumes?: readonly string[];
}

const compose = parse(readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`there is no service ${name}`);
  return found;
};
const ours = Object.entries(compose.services).filter(([, { image }]) => image === 'anquanli');

/** The JSON list after a word of the last stage. */
function listAfter(word: string): string[] {
  const stage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  const found = new RegExp(`${word} (\\[.*\\])`).exec(stage)?.[1];
  if (found === undefined) throw new Error(`the Dockerfile has no ${word}`);
  return JSON.parse(found) as string[];
}

let dir: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  execFileSync(process.execPath, [path.join(ROOT, 'server', 'bin', 'build.mjs')], { stdio: 'ignore' });
  ({ dir, remove } = await tempDir());
  execFileSync(process.execPath, [path.join(ROOT, 'server', 'deploy', 'secrets.mjs'), dir], { stdio: 'ignore' });
}, 300_000);
afterAll(() => remove());

describe('the image', () => {
  let app: string;

  /** The last stage: what it copies, with the packages of this checkout. */
  beforeAll(() => {
    app = path.join(dir, 'app');
    for (const [, from, to] of dockerfile.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)) {
      if (from === undefined || to === undefined) continue;
      // A folder of that name is what `COPY file folder/` makes.
      const target = to.endsWith('/') ? path.join(app, to, path.basename(from)) : path.join(app, to);
      mkdirSync(path.dirname(target), { recursive: true });
      if (from === 'node_modules') linkPackages(path.join(ROOT, from), target);
      else cpSync(path.join(ROOT, from), target, { recursive: true });
    }
  });

  it('is made of what the checkout holds', () => {
    for (const [, from] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm))
      for (const file of (from ?? '').split(' '))
        expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true]);
  });

  it('serves, and its health is seen by its own check', async () => {
    const port = await freePort();
    const [program = '', ...args] = listAfter('\\nCMD');
    const data = path.join(dir, 'data');
    const env = { PATH: process.env['PATH'] ?? '', PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data };
    const server = spawn(program, args, { cwd: app, env, stdio: 'pipe' });
    const ended = new Promise((resolve) => server.once('exit', resolve));
    try {
      const [node = '', flag = '', script = ''] = listAfter('HEALTHCHECK [^\\n]*\\\\\\n\\s*CMD');
      const check = [flag, script.replace(':3000', `:${port}`)];
      expect(script).toContain(':3000');
      await until(() => spawnSync(node, check).status === 0, 60_000);
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
      server.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(spawnSync(node, check).status).toBe(1);
    } finally {
      server.kill('SIGKILL');
    }
  }, 120_000);

  it('brings a database up to date by the command of the service for it', () => {
    const [program = '', ...args] = service('migrate').command ?? [];
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: path.join(dir, 'migrated') };
    const { status, stdout } = spawnSync(program, args, { cwd: app, env, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringContaining('up to date')]);
    expect(statSync(path.join(dir, 'migrated', 'anquanli.sqlite')).size).toBeGreaterThan(0);
  }, 60_000);
});

/** All packages by links, those of the product to their copies. */
function linkPackages(from: string, to: string): void {
  mkdirSync(path.join(to, '@anquanli'), { recursive: true });
  for (const name of readdirSync(from))
    if (name !== '@anquanli') symlinkSync(path.join(from, name), path.join(to, name));
  for (const [name, folder] of [
    ['server', 'server'],
    ['contract', 'server/contract'],
    ['question-bank', 'question-bank'],
  ] as const)
    symlinkSync(path.join(path.dirname(to), folder), path.join(to, '@anquanli', name));
}

describe('the services', () => {
  it.each(ours)(
    '%s are told only settings that the server knows, and get the secrets they name',
    (_, { environment = {}, secrets = [] }) => {
      const env: Record<string, string> = {};
      for (const [name, value] of Object.entries(environment)) {
        if (!name.endsWith('_FILE')) env[name] = String(value).replace(/\$\{\w+:-(.*?)\}/, '$1');
        else {
          const setting = name.slice(0, -'_FILE'.length);
          expect(SECRET_SETTINGS).toContain(setting);
          const secret = String(value).replace('/run/secrets/', '');
          expect(secrets).toContain(secret);
          env[setting] = readFileSync(path.join(dir, secret), 'utf8');
        }
      }
      const config = readSettings(env, dir, ROOT);
      const known = {
        PUBLIC_URL: 'publicUrl',
        TRUST_PROXY: 'trustedProxies',
        DATABASE_URL: 'database',
        REDIS_URL: 'redisUrl',
        METRICS_TOKEN: 'metricsToken',
      };
      for (const name of Object.keys(env)) expect(known).toHaveProperty(name);
      if ('REDIS_URL' in env) expect([config.database.engine, config.redisUrl]).toEqual(['mysql', env['REDIS_URL']]);
    },
  );

  it('wait only for services that are there and can be waited for', () => {
    for (const [name, { depends_on: needs = {} }] of Object.entries(compose.services)) {
      for (const [other, { condition }] of Object.entries(needs)) {
        const { healthcheck, image } = service(other);
        const isSeen = healthcheck?.test !== undefined || (image === 'anquanli' && condition === 'service_healthy');
        expect([name, other, isSeen || condition === 'service_completed_successfully']).toEqual([name, other, true]);
      }
    }
  });

  it('name volumes and secrets that are declared, and files that are there', () => {
    for (const { volumes = [], secrets = [] } of Object.values(compose.services)) {
      for (const secret of secrets) expect(compose.secrets).toHaveProperty(secret);
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('./')) expect(existsSync(path.join(ROOT, source))).toBe(true);
        else expect(compose.volumes).toHaveProperty(source);
      }
    }
    for (const { file } of Object.values(compose.secrets))
      expect(existsSync(path.join(dir, path.basename(file)))).toBe(true);
  });

  it('are spread over by a proxy that knows each of them', () => {
    const proxied = readFileSync(path.join(ROOT, 'server', 'deploy', 'Caddyfile'), 'utf8');
    const nodes = ours.filter(([, { environment }]) => 'REDIS_URL_FILE' in (environment ?? {})).map(([name]) => name);
    expect(nodes).toEqual(['server-1', 'server-2']);
    for (const name of nodes) expect(proxied).toContain(`${name}:3000`);
  });

  (hasMariadb() ? it : it.skip)('start a MariaDB with options that it knows', () => {
    const options = service('mariadb').command ?? [];
    const { status, stderr } = spawnSync('/usr/sbin/mariadbd', ['--no-defaults', ...options, '--help', '--verbose'], {
      encoding: 'utf8',
      maxBuffer: 10_000_000,
    });
    expect([status, /unknown/i.test(stderr)]).toEqual([0, false]);
  });

  (hasRedis() ? it : it.skip)(
    'start a Redis that lets in whoever has its password, and is seen by its own check',
    async () => {
      const port = await freePort();
      const here = (script: string) =>
        script
          .replaceAll('$$', '$')
          .replaceAll('/run/secrets', dir)
          .replace('exec redis-server', `exec redis-server --port ${port}`);
      const [shell = '', flag = '', script = ''] = service('redis').command ?? [];
      const server = spawn(shell, [flag, here(script)], { cwd: dir, stdio: 'ignore' });
      try {
        const check = here(service('redis').healthcheck?.test?.[1] ?? '').replace('redis-cli', `redis-cli -p ${port}`);
        await until(() => spawnSync('sh', ['-c', check]).status === 0, 20_000);
        writeFileSync(path.join(dir, 'wrong'), 'not the password');
        expect(spawnSync('sh', ['-c', check.replace('redis_password', 'wrong')]).status).not.toBe(0);
      } finally {
        server.kill('SIGKILL');
      }
    },
    60_000,
  );
});

describe('fresh secrets', () => {
  it('leave those alone that are there', () => {
    const before = readFileSync(path.join(dir, 'database_url'), 'utf8');
    const again = spawnSync(process.execPath, [path.join(ROOT, 'server', 'deploy', 'secrets.mjs'), dir]);
    expect(again.status).toBe(1);
    expect(readFileSync(path.join(dir, 'database_url'), 'utf8')).toBe(before);
  });
});
