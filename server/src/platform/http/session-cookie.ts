import type { IncomingHttpHeaders } from 'node:http';

/** Holds the id of a server-side session: 64 hex digits, nothing else. */
export const SESSION_COOKIE = 'anquanli_session';

const IN_HEADER = new RegExp(`(?:^|; *)${SESSION_COOKIE}=([0-9a-f]{64})(?:;|$)`);

/** The session id that a request (or a socket's handshake) brings, if it looks like one. */
export function sessionIdFromCookie(headers: Pick<IncomingHttpHeaders, 'cookie'>): string | null {
  return IN_HEADER.exec(headers.cookie ?? '')?.[1] ?? null;
}

/** A Set-Cookie value. `Secure` is added on the way out when the request came over https (see `security-hooks.ts`). */
export function sessionCookie(id: string, maxAgeMs: number): string {
  return `${SESSION_COOKIE}=${id}; Path=/; Max-Age=${Math.floor(maxAgeMs / 1_000)}; HttpOnly; SameSite=Lax`;
}

export function clearedSessionCookie(): string {
  return sessionCookie('', 0);
}
