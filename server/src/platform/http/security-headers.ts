import { contentSecurityPolicy } from './content-security-policy.js';

/** What every reply says to browsers, whoever makes it: routes, the socket engine, the refusal of a bad address. */
export function securityHeaders(host: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(host),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  };
}
