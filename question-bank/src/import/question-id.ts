import { createHash } from 'node:crypto';
import { newQuestionId } from '../new-id.js';
import { QuestionId } from '../schema-words.js';

/** The id of a question of a file without ids of ours: the same for the same bytes and place, and no time in it. */
export function importedId(fileSha256: string, ref: string): string {
  const digest = createHash('sha256').update(`${fileSha256}\n${ref}`).digest();
  return newQuestionId(digest.readUIntBE(0, 6), digest.subarray(6, 16));
}

/** An id as our own exports write it. */
export function isOurId(text: string | undefined): text is string {
  return QuestionId.safeParse(text).success;
}

/** `sha256:` and the digits, whichever way the digest is given. */
export function prefixedSha256(digest: string): string {
  return digest.startsWith('sha256:') ? digest : `sha256:${digest}`;
}
