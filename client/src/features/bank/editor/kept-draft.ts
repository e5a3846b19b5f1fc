import * as z from 'zod/mini';
import { slot } from '../../../lib/storage';
import { Draft } from '../model/draft';

/** Text that is not stored on the server yet, kept on this device. `version` is of the row it was written on. */
const KeptDraft = z.object({ version: z.nullable(z.number()), draft: Draft });
export type KeptDraft = z.infer<typeof KeptDraft>;

export function keptDraft(setId: string, questionId: string | null) {
  return slot(`bank.${setId}.${questionId ?? 'new'}`, KeptDraft);
}
