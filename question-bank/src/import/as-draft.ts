import type { Question } from '../schema.js';
import type { ImportedQuestion, ImportResult } from './import-result.js';

/**
 * An imported question as it goes into a bank: a draft with provenance. Only JSON of ours brings states along; what was
 * approved elsewhere is not approved here.
 */
export function asDraft({ question, where }: ImportedQuestion, file: ImportResult['file']): Question {
  const { deprecation: _deprecation, ...rest } = question;
  const row = where.row ?? where.line;
  const provenance = question.provenance ?? {
    origin: 'imported',
    ...(file.name === '' ? {} : { file: file.name.slice(0, 200) }),
    sha256: file.sha256,
    ...(row === undefined ? {} : { row }),
  };
  return { ...rest, status: 'draft', provenance };
}
