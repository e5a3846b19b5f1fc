import * as z from 'zod';
import { QuestionSet } from './schema.js';

/** The JSON Schema (draft 2020-12) of a question set, as `schema/question-set.schema.json` holds it. */
export function questionSetJsonSchema(): string {
  const schema = z.toJSONSchema(QuestionSet, { target: 'draft-2020-12' });
  return `${JSON.stringify({ $id: 'urn:anquanli:question-set:1', ...schema }, null, 2)}\n`;
}
