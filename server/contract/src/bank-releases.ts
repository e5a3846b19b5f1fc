import * as z from 'zod/mini';
import { BankProblem, BankRelease } from './bank.js';
import { route } from './exchange.js';
import { SetId, SetVersion } from './question-bank.js';

/** One difference between two versions of a set. `subject` is a question id, a category or a field; `stem` of a question. */
export const SetChange = z.object({
  bump: z.enum(['patch', 'minor', 'major']),
  what: z.string(),
  subject: z.string(),
  fields: z.array(z.string()),
  stem: z.nullable(z.string()),
});
export type SetChange = z.infer<typeof SetChange>;

/** A question whose answer or meaning changed, and the one in its place. */
export const KeyChangeLine = z.object({
  replaced: z.string(),
  replacedStem: z.string(),
  by: z.string(),
  byStem: z.string(),
  reason: z.string(),
});
export type KeyChangeLine = z.infer<typeof KeyChangeLine>;

export const SetComparison = z.object({
  /** null when there is nothing to compare with: the first release. */
  from: z.nullable(z.string()),
  to: z.string(),
  bump: z.enum(['none', 'patch', 'minor', 'major']),
  changes: z.array(SetChange),
  keyChanges: z.array(KeyChangeLine),
});
export type SetComparison = z.infer<typeof SetComparison>;

/** What releasing now would give. `problems` empty = it may be released. */
export const ReleasePlan = z.object({
  version: z.string(),
  questionCount: z.number(),
  /** Questions that are not approved and so stay behind. */
  leftBehind: z.number(),
  comparison: SetComparison,
  problems: z.array(BankProblem),
});
export type ReleasePlan = z.infer<typeof ReleasePlan>;

const reader = { who: 'organiser' } as const;
const editor = { who: 'admin' } as const;
const bySet = z.strictObject({ setId: SetId });
const byVersion = z.strictObject({ setId: SetId, version: SetVersion });

export const bankReleaseRoutes = {
  /** What would be released as `version`, or as the version that the changes ask for. */
  plan: route('GET', '/api/bank/sets/:setId/release-plan', reader, {
    params: bySet,
    query: z.strictObject({ version: z.optional(SetVersion) }),
    reply: ReleasePlan,
  }),
  /** Releases what is approved. `release_refused` when the plan has problems. */
  release: route('POST', '/api/bank/sets/:setId/releases', editor, {
    params: bySet,
    body: z.strictObject({ version: SetVersion }),
    reply: BankRelease,
  }),
  /** The version must not be chosen any more; rounds that hold it go on. */
  withdraw: route('POST', '/api/bank/sets/:setId/releases/:version/withdraw', editor, {
    params: byVersion,
    body: z.strictObject({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)) }),
    reply: BankRelease,
  }),
  compare: route('GET', '/api/bank/sets/:setId/releases/:version/compare/:other', reader, {
    params: z.strictObject({ setId: SetId, version: SetVersion, other: SetVersion }),
    reply: SetComparison,
  }),
  /** The version as a .zip for `npm run bank -- add-release`: same bytes, same hash. */
  download: route('GET', '/api/bank/sets/:setId/releases/:version/export', reader, { params: byVersion }),
  /** The set as it is being edited, as a file. */
  exportSet: route('GET', '/api/bank/sets/:setId/export', reader, {
    params: bySet,
    query: z.strictObject({ format: z.enum(['xlsx', 'json']) }),
  }),
  /** An empty workbook with instructions and examples. */
  template: route('GET', '/api/bank/template', reader, {}),
} as const;
