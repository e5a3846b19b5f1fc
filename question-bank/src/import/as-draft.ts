import type { Question } from '../schema.js';
import type { ImportedQuestion, ImportResult } from './import-result.js';

/**
 * An imported question as it goes into a bank: a draft with provenance. Only JSON of ours brings states along; what was
 * approved, checked or released elsewhere is none of it here. Revisions begin anew, and whatever it replaced there is not
 * replaced here.
 */
export function asDraft({ question, where }: ImportedQuestion, file: ImportResult['file']): Question {
  const { deprecation: _deprecation, checks: _checks, supersedes: _supersedes, ...rest } = question;
  const row = where.row ?? where.line;
  const provenance = question.provenance ?? {
    origin: 'imported',
    ...(file.name === '' ? {} : { file: file.name.slice(0, 200) }),
    sha256: file.sha256,
    ...(row === undefined ? {} : { row }),
  };
  return { ...rest, rev: 1, status: 'draft', provenance };
}
