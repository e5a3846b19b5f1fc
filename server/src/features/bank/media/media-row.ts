import type { Media, QuestionSet } from '@anquanli/question-bank/schema.js';
import type { BankMediaEntity } from '../entities/bank-media.entity.js';
import type { Hand } from '../questions/question-row.js';

/** A picture of a released set as a row of the desk; its bytes came with the release. */
export function mediaRow(set: QuestionSet, medium: Media, hand: Hand): BankMediaEntity {
  const { id, path, mime, bytes, width = 0, height = 0, alt, licence = null, credit = null } = medium;
  const sha256 = medium.sha256.replace(/^sha256:/, '');
  const made = { createdAt: hand.at, createdBy: hand.by, updatedAt: hand.at, updatedBy: hand.by };
  const shown = { mime, sha256, bytes, width, height, alt, licence, credit };
  return { setId: set.id, id, path, ...shown, ...made };
}

/** The picture as the schema of sets has it. */
export function mediumOf(row: BankMediaEntity): Media {
  const { id, path, mime, sha256, bytes, width, height, alt, licence, credit } = row;
  return {
    ...{ id, path, mime, sha256: `sha256:${sha256}`, bytes, width, height, alt },
    ...(licence !== null && { licence }),
    ...(credit !== null && { credit }),
  };
}
