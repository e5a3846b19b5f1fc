import path from 'node:path';
import * as z from 'zod';
import { StartRefusal } from '../errors/start-refusal.js';
import { isProxyEntry } from '../http/client-address.js';
import { type Config, LOG_LEVELS } from './config.js';

/** Each variable with what it takes; the sentence is told when the value does not fit. */
const Settings = z.object({
  PORT: fits(/^\d{1,5}$/, (text) => Number(text) <= 65_535, 'a port number, 0 to 65535, such as 3000').default('3000'),
  HOST: fits(/^[\w.:-]+$/, () => true, 'an address of this machine, such as 0.0.0.0').default('0.0.0.0'),
  DATA_DIR: fits(/./, () => true, 'a folder, such as ./data').default('./data'),
  DATABASE_URL: fits(/^(mysql|mariadb):\/\//, isDatabaseUrl, 'mysql://user:password@host:3306/database').optional(),
  REDIS_URL: fits(/^rediss?:\/\//, isRedisUrl, 'redis://:password@host:6379, or rediss:// with TLS').optional(),
  PUBLIC_URL: fits(/^https?:\/\//, isOrigin, 'an address without a path, such as https://quiz.example.cn').optional(),
  TRUST_PROXY: fits(
    /./,
    (text) => text === 'false' || listOf(text).every(isProxyEntry),
    'addresses or networks of your proxies, such as 127.0.0.1,10.0.0.0/8, or the words loopback or private',
  ).default('false'),
  TLS_CERT: fits(/./, () => true, 'the path of a PEM file').optional(),
  TLS_KEY: fits(/./, () => true, 'the path of a PEM file').optional(),
  LOG_LEVEL: fits(/./, (text) => LOG_LEVELS.some((level) => level === text), `one of ${LOG_LEVELS.join(', ')}`).default(
    'info',
  ),
  METRICS_TOKEN: fits(/^\S{16,200}$/, () => true, 'a secret of 16 to 200 characters without spaces').optional(),
  ANQUANLI_RELEASES_DIR: fits(/./, () => true, 'a folder').optional(),
  ANQUANLI_CLIENT_DIR: fits(/./, () => true, 'a folder').optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Checks the environment and gives it meaning. Paths are resolved against `cwd`; `productDir` holds the product's own files. */
export function readSettings(env: Environment, cwd: string, productDir: string): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Settings.safeParse(given);
  const mistakes = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} must be ${issue.message}.`)),
    ...unknownSettings(given),
    ...halfTls(given),
    ...redisWithoutDatabase(given),
  ];
  if (!parsed.success || mistakes.length > 0) {
    throw new StartRefusal(`配置有误，服务未启动。请修改以下环境变量：`, mistakes.join('\n'));
  }
  const settings = parsed.data;
  const dataDir = path.resolve(cwd, settings.DATA_DIR);
  return {
    port: Number(settings.PORT),
    host: settings.HOST,
    dataDir,
    database:
      settings.DATABASE_URL === undefined
        ? { engine: 'sqlite', file: path.join(dataDir, 'anquanli.sqlite') }
        : { engine: 'mysql', url: settings.DATABASE_URL },
    redisUrl: settings.REDIS_URL ?? null,
    publicUrl: settings.PUBLIC_URL === undefined ? null : new URL(settings.PUBLIC_URL).origin,
    trustedProxies: settings.TRUST_PROXY === 'false' ? [] : listOf(settings.TRUST_PROXY),
    tls:
      settings.TLS_CERT === undefined || settings.TLS_KEY === undefined
        ? null
        : { certFile: path.resolve(cwd, settings.TLS_CERT), keyFile: path.resolve(cwd, settings.TLS_KEY) },
    logLevel: LOG_LEVELS.find((level) => level === settings.LOG_LEVEL) ?? 'info',
    metricsToken: settings.METRICS_TOKEN ?? null,
    releasesDir: path.resolve(
      cwd,
      settings.ANQUANLI_RELEASES_DIR ?? path.join(productDir, 'question-bank', 'releases'),
    ),
    clientDir: path.resolve(cwd, settings.ANQUANLI_CLIENT_DIR ?? path.join(productDir, 'client', 'dist')),
  };
}

function fits(shape: RegExp, isValid: (text: string) => boolean, expected: string) {
  return z.string().refine((text) => shape.test(text) && isValid(text), { error: expected });
}

/** A misspelt name would be ignored in silence, so all names with our prefix are checked. */
function unknownSettings(given: Environment): string[] {
  return Object.keys(given)
    .filter((name) => name.startsWith('ANQUANLI_') && !(name in Settings.shape))
    .map((name) => `${name} is not a setting: remove it or correct its name.`);
}

/** SQLite is a file of one process. */
function redisWithoutDatabase(given: Environment): string[] {
  return 'REDIS_URL' in given && !('DATABASE_URL' in given)
    ? [
        'REDIS_URL is for several servers, and those need a DATABASE_URL in common: SQLite belongs to one process alone.',
      ]
    : [];
}

function halfTls(given: Environment): string[] {
  const isHalf = (given['TLS_CERT'] === undefined) !== (given['TLS_KEY'] === undefined);
  return isHalf ? ['TLS_CERT and TLS_KEY belong together: set both or none.'] : [];
}

function isDatabaseUrl(text: string): boolean {
  return URL.canParse(text) && new URL(text).hostname !== '' && /^\/[^/]+$/.test(new URL(text).pathname);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && ['', '/'].includes(new URL(text).pathname) && !/[?#]/.test(text);
}

function listOf(text: string): string[] {
  return text.split(',').map((entry) => entry.trim());
}

function isRedisUrl(text: string): boolean {
  return URL.canParse(text) && new URL(text).hostname !== '' && /^\/?\d*$/.test(new URL(text).pathname);
}
