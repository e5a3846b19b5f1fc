/**
 * What pages of this server may load: its own files and nothing else. `host` is the address the page was asked from.
 * - styles may be inline, because antd writes its styles into the page; scripts may not;
 * - ws: is spelled out, because older Safari does not take 'self' for it;
 * - no upgrade-insecure-requests: the hall is plain http, and that word would blank it.
 */
export function contentSecurityPolicy(host: string): string {
  const sockets = /^[\w.:[\]-]{1,255}$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${sockets}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}
