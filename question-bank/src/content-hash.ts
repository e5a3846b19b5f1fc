import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.js';
import type { QuestionSet } from './schema.js';

/** `sha256:` and 64 hex digits of the bytes, or of the text in UTF-8. */
export function sha256(content: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** The hash of a set: of its canonical JSON without the `contentHash` itself. */
export function contentHash(set: QuestionSet): string {
  return sha256(canonicalJson({ ...set, contentHash: undefined }));
}
