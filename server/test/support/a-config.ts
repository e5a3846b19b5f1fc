import path from 'node:path';
import type { Config } from '../../src/platform/config/config.js';

/** A configuration for tests: any free port of 127.0.0.1, SQLite in `dataDir`, errors logged, no client, no question sets. */
export function aConfig(dataDir: string, changes: Partial<Config> = {}): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    database: { engine: 'sqlite', file: path.join(dataDir, 'anquanli.sqlite') },
    redisUrl: null,
    publicUrl: null,
    trustedProxies: [],
    tls: null,
    logLevel: 'error',
    metricsToken: null,
    releasesDir: path.join(dataDir, 'releases'),
    clientDir: path.join(dataDir, 'client'),
    ...changes,
  };
}
