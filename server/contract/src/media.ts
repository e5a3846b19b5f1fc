import * as z from 'zod/mini';
import { route } from './exchange.js';

/** SHA-256 of a picture's bytes, which is its name: what is behind an address never changes. */
export const MediaHash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The address of a picture, as views give it in `MediaView.src`. */
export function mediaSrc(sha256: string): string {
  return `/api/media/${sha256}`;
}

export const mediaRoutes = {
  /** Its bytes, to be kept for ever. Not limited: a whole hall behind one address asks at once. `not_found` when there is none. */
  get: route('GET', '/api/media/:hash', { who: 'anyone' }, { params: z.strictObject({ hash: MediaHash }) }),
} as const;
