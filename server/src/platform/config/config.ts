export type DatabaseConfig =
  { readonly engine: 'sqlite'; readonly file: string } | { readonly engine: 'mysql'; readonly url: string };

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the operator decided, read once and checked (see `env.ts`). Also the token under which it is injected. */
export abstract class Config {
  abstract readonly port: number;
  abstract readonly host: string;
  /** Absolute folder of everything the server keeps on disk. */
  abstract readonly dataDir: string;
  abstract readonly database: DatabaseConfig;
  /** Redis through which several processes are one system; null = this one is alone. */
  abstract readonly redisUrl: string | null;
  /** Origin under which people reach the server (`https://quiz.example.cn`), without a slash at the end. */
  abstract readonly publicUrl: string | null;
  /** Addresses and networks whose X-Forwarded-For counts; empty = nobody's. */
  abstract readonly trustedProxies: readonly string[];
  abstract readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  abstract readonly logLevel: LogLevel;
  /** What Prometheus shows to read the figures; null = nobody may. */
  abstract readonly metricsToken: string | null;
  /** Folder of the released question sets. */
  abstract readonly releasesDir: string;
  /** Folder of the built client. */
  abstract readonly clientDir: string;
}
