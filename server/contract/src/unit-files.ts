import * as z from 'zod/mini';
import { route } from './exchange.js';
import { Id } from './identity.js';

/*
 * The tree of units as a table: exported, changed in a spreadsheet, looked at, brought in again. Captains have the own subtree:
 * rows outside of it are rows with a problem. Nothing is kept of a file between looking and bringing in: it is sent both times,
 * with the digest of what was looked at.
 */

/** The largest file, in bytes, and the rows it may have below the headings. */
export const UNIT_FILE = { bytes: 5 * 1024 * 1024, rows: 2_000 } as const;
/** Of a file in base64, with room for one that is too large to be told so. */
const BODY_BYTES = 8 * 1024 * 1024;

/** What a file may say about a unit, in the order of the columns. `path` = the units above, from the top: `吉林省 / 长春市`. */
export const UNIT_COLUMNS = [
  'path',
  'name',
  'kind',
  'sector',
  'code',
  'headCount',
  'aliases',
  'needsApproval',
] as const;
export type UnitColumn = (typeof UNIT_COLUMNS)[number];

/** Why a file is not even looked at: the `path` of `unit_file_refused`. */
export const FILE_REFUSALS = [
  'file_empty',
  'file_damaged',
  'file_locked',
  'file_too_large',
  'not_a_table',
  'no_headings',
  'no_rows',
  'too_many_rows',
  'too_slow',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** Why a row cannot go in. */
export const UNIT_ROW_PROBLEMS = [
  'name_missing',
  'too_long',
  'path_broken',
  'parent_unknown',
  'parent_refused',
  'kind_missing',
  'kind_unknown',
  'code_invalid',
  'code_taken',
  'head_count_invalid',
  'aliases_too_many',
  'approval_unknown',
  'cell_unreadable',
  'row_repeated',
  'name_taken',
  'place_refused',
  'too_deep',
  'too_many_units',
  'unit_not_active',
  'out_of_reach',
  'changed_meanwhile',
] as const;
export type UnitRowProblem = (typeof UNIT_ROW_PROBLEMS)[number];

const place = {
  /** From 1, as a spreadsheet counts. */
  rowNo: z.number(),
  /** Names of the units above, as far as they were understood. */
  path: z.array(z.string()),
  name: z.string(),
};
/** A value of a field as text: kinds by their words in the contract, `true` and `false`, aliases with 、 between; null = none. */
const FieldText = z.nullable(z.string());

/** What a row means for the tree. An empty cell says nothing: the unit keeps what it has. */
export const UnitRowVerdict = z.discriminatedUnion('is', [
  z.object({ is: z.literal('new'), ...place, kind: z.string(), code: FieldText }),
  z.object({
    is: z.literal('changed'),
    ...place,
    unitId: Id,
    changes: z.array(z.object({ column: z.enum(UNIT_COLUMNS), before: FieldText, after: FieldText })),
  }),
  z.object({ is: z.literal('unchanged'), ...place, unitId: Id }),
  z.object({
    is: z.literal('error'),
    ...place,
    problems: z.array(
      z.object({
        column: z.nullable(z.enum(UNIT_COLUMNS)),
        code: z.enum(UNIT_ROW_PROBLEMS),
        /** What stands there, or what it clashes with; at most 200 characters. */
        found: z.string(),
      }),
    ),
  }),
]);
export type UnitRowVerdict = z.infer<typeof UnitRowVerdict>;

const counts = z.object({ new: z.number(), changed: z.number(), unchanged: z.number(), error: z.number() });
/** SHA-256 over all verdicts: as long as it is the same, bringing in does what was shown. */
export const PlanDigest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** A file in base64. As long as a body: one that is too large is told so, not that its form is wrong. */
export const FileContent = z.string().check(z.minLength(1), z.maxLength(BODY_BYTES));
export const withFile = { who: 'signed_in', bodyBytes: BODY_BYTES } as const;
export const FileLanguage = z.enum(['zh', 'en']);

export const UnitImportPreview = z.object({
  digest: z.string(),
  counts,
  /** Rows marked as examples; nothing is said of them. */
  skipped: z.number(),
  rows: z.array(UnitRowVerdict),
});
export type UnitImportPreview = z.infer<typeof UnitImportPreview>;

export const UnitImportResult = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** Rows that did not go in. */
  refused: z.array(UnitRowVerdict),
});
export type UnitImportResult = z.infer<typeof UnitImportResult>;

export const unitFileRoutes = {
  /**
   * Looks at a table (.xlsx, .xls, CSV; told by its bytes) and says of each row what it would do. Nothing is written.
   * A unit is known by its own code, else by the units above and its name or alias. Units above may stand in the same file,
   * in any order.
   */
  preview: route('POST', '/api/unit-files/preview', withFile, {
    body: z.strictObject({ content: FileContent }),
    reply: UnitImportPreview,
  }),
  /** Brings in the rows without problems. `stale_version` when they would do something else than was shown: look again. */
  bringIn: route('POST', '/api/unit-files/import', withFile, {
    body: z.strictObject({ content: FileContent, digest: PlanDigest }),
    reply: UnitImportResult,
  }),
  /** The unit and all below it, or all in reach, as .xlsx: brought in again it changes nothing. Merged ones are aliases. */
  export: route(
    'GET',
    '/api/unit-files/export',
    { who: 'signed_in' },
    { query: z.strictObject({ unitId: z.optional(Id), language: FileLanguage }) },
  ),
  /** Headings, an example that is not read, and how to fill it in, as .xlsx. */
  template: route(
    'GET',
    '/api/unit-files/template',
    { who: 'signed_in' },
    { query: z.strictObject({ language: FileLanguage }) },
  ),
} as const;
