import { answers } from '../rules/answers.js';
import { identity } from '../rules/identity.js';
import { keyVisible } from '../rules/key-visible.js';
import { plainText } from '../rules/plain-text.js';
import { FORMAT_VERSION, Question } from '../schema.js';
import type { SetUnderCheck } from '../set-under-check.js';
import type { Findings } from './findings.js';

/**
 * The last look at what an importer made: the schema and the rules for a question by itself. What fails is refused; a
 * visible key is told, since a draft may have one.
 */
export function guardedQuestion(candidate: unknown, findings: Findings): Question | undefined {
  const parsed = Question.safeParse(candidate);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    findings.refuse('not_a_question', issue?.message ?? '', { path: issue?.path.join('.') || '?' });
    return undefined;
  }
  const under = alone(parsed.data);
  for (const problem of [...answers(under), ...identity(under)]) {
    findings.refuse('not_a_question', problem.found, { path: problem.where.path ?? problem.code });
  }
  for (const { found } of plainText(under)) findings.refuse('text_not_plain', found);
  for (const { found } of keyVisible(under)) findings.note('key_visible', found);
  return findings.isRefused() ? undefined : parsed.data;
}

function alone(question: Question): SetUnderCheck {
  return {
    set: {
      formatVersion: FORMAT_VERSION,
      id: 'import',
      version: '0.0.0',
      status: 'draft',
      locale: 'zh-CN',
      title: 'import',
      description: '',
      licence: 'none',
      legalBasisDate: '2000-01-01',
      categories: [],
      sources: [],
      media: [],
      questions: [question],
    },
    setFile: '',
    fileOf: new Map(),
  };
}
