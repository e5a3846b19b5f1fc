import { renderUnicodeCompact } from 'uqr';
import type { Config } from './platform/config/config.js';
import { lanOrigins, originOf } from './platform/config/lan-origins.js';

export interface Started {
  readonly config: Pick<Config, 'publicUrl' | 'tls' | 'host'>;
  readonly port: number;
  readonly setupToken: string | null;
  /** Addresses on the local network, best first; of this machine unless a test says otherwise. */
  readonly lan?: readonly string[];
}

/** What the organiser sees when the server is up: where it is, how to begin, and a code to scan. */
export function banner({ config, port, setupToken, lan }: Started): string {
  const scheme = config.tls === null ? 'http' : 'https';
  const here = originOf(scheme, 'localhost', port);
  const isLocalOnly = ['127.0.0.1', 'localhost', '::1'].includes(config.host);
  const around = isLocalOnly ? [] : (lan ?? lanOrigins(port, scheme));
  const best = config.publicUrl ?? around[0] ?? here;
  const lines = ['', '安全力 已启动 · Anquanli is running', '', ...addressLines(config.publicUrl, around, here)];
  if (setupToken !== null) {
    lines.push('', '首次使用，请打开此一次性链接创建管理员 · First start: open this one-time link to create the admin');
    lines.push(`  ${config.publicUrl ?? here}/setup#${setupToken}`);
  }
  lines.push('', `用手机扫码打开 · Scan with a phone: ${best}`, renderUnicodeCompact(best, { border: 2 }), '');
  return lines.join('\n');
}

function addressLines(publicUrl: string | null, around: readonly string[], here: string): string[] {
  return [
    ...(publicUrl === null ? [] : [`  公开地址 · Public          ${publicUrl}`]),
    ...around.map((origin) => `  局域网 · On this network   ${origin}`),
    `  本机 · On this machine     ${here}`,
  ];
}
