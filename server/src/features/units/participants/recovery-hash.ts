import { hashToken } from '../../../platform/random/random.js';

/** What is kept of a recovery code: 60 random bits, together with the person they belong to. */
export function recoveryHash(personId: string, code: string): string {
  return hashToken(`${personId}/${code}`);
}
