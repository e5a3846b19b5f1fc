import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { StartRefusal } from '../errors/start-refusal.js';
import { readSettings } from './settings.js';

const read = (env: Record<string, string>) => readSettings(env, '/srv/quiz', '/opt/anquanli');

function mistakes(env: Record<string, string>): string {
  try {
    read(env);
  } catch (error) {
    if (error instanceof StartRefusal) {
      return error.english;
    }
    throw error;
  }
  return 'none';
}

describe('settings', () => {
  it('need nothing: port 3000, SQLite in ./data, all interfaces, nobody’s X-Forwarded-For', () => {
    expect(read({ PATH: '/bin' })).toEqual({
      port: 3000,
      host: '0.0.0.0',
      dataDir: path.resolve('/srv/quiz/data'),
      database: { engine: 'sqlite', file: path.resolve('/srv/quiz/data/anquanli.sqlite') },
      redisUrl: null,
      publicUrl: null,
      trustedProxies: [],
      tls: null,
      logLevel: 'info',
      metricsToken: null,
      releasesDir: path.resolve('/opt/anquanli/question-bank/releases'),
      clientDir: path.resolve('/opt/anquanli/client/dist'),
    });
  });

  it('take what is set', () => {
    const config = read({
      PORT: '8080',
      DATABASE_URL: 'mysql://quiz:secret@db:3306/anquanli',
      REDIS_URL: 'redis://:word@redis:6379/2',
      PUBLIC_URL: 'https://quiz.example.cn/',
      TRUST_PROXY: 'loopback, 10.0.0.0/8',
      TLS_CERT: 'cert.pem',
      TLS_KEY: '/etc/key.pem',
      LOG_LEVEL: 'debug',
    });
    expect(config).toMatchObject({
      port: 8080,
      database: { engine: 'mysql', url: 'mysql://quiz:secret@db:3306/anquanli' },
      redisUrl: 'redis://:word@redis:6379/2',
      publicUrl: 'https://quiz.example.cn',
      trustedProxies: ['loopback', '10.0.0.0/8'],
      tls: { certFile: path.resolve('/srv/quiz/cert.pem'), keyFile: path.resolve('/etc/key.pem') },
      logLevel: 'debug',
    });
  });

  it('count an empty value as not set', () => {
    expect(read({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, database: { engine: 'sqlite' } });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT must be a port number, 0 to 65535, such as 3000.'],
    [{ PORT: '3000a' }, 'PORT must be'],
    [{ DATABASE_URL: 'postgres://a/b' }, 'DATABASE_URL must be mysql://user:password@host:3306/database.'],
    [{ DATABASE_URL: 'mysql://host' }, 'DATABASE_URL must be'],
    [{ REDIS_URL: 'redis:6379' }, 'REDIS_URL must be redis://:password@host:6379, or rediss:// with TLS.'],
    [{ REDIS_URL: 'redis://redis' }, 'REDIS_URL is for several servers, and those need a DATABASE_URL in common'],
    [{ PUBLIC_URL: 'quiz.example.cn' }, 'PUBLIC_URL must be an address without a path'],
    [{ PUBLIC_URL: 'https://quiz.example.cn/play' }, 'PUBLIC_URL must be'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be addresses or networks of your proxies'],
    [{ TRUST_PROXY: '10.0.0.0/99' }, 'TRUST_PROXY must be'],
    [{ TLS_CERT: 'cert.pem' }, 'TLS_CERT and TLS_KEY belong together: set both or none.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must be a secret of 16 to 200 characters without spaces.'],
    [{ ANQUANLI_PORT: '1' }, 'ANQUANLI_PORT is not a setting: remove it or correct its name.'],
  ])('refuse %j and say what to change', (env, sentence) => {
    expect(mistakes(env)).toContain(sentence);
  });

  it('tell every mistake at once', () => {
    expect(mistakes({ PORT: 'x', LOG_LEVEL: 'y', ANQUANLI_Z: 'z' }).split('\n')).toHaveLength(3);
  });
});
