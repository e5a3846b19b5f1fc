import * as z from 'zod/mini';
import { route } from './exchange.js';
import { Id } from './identity.js';
import { FileContent, FileLanguage, PlanDigest, withFile } from './unit-files.js';
import { Unit } from './units.js';

/*
 * Rosters: who may register with a unit. A unit that is `isRosterOnly` takes nobody else; who registers takes a place of the roster
 * for good. Organisers and captains bring rosters as tables; captains those of the own subtree.
 */

/** Rows below the headings. */
export const ROSTER_FILE_ROWS = 5_000;

/** What a file may say. The unit by its own code, else by all names from the top: `吉林市 / 城投燃气 / 机修班`. */
export const ROSTER_COLUMNS = ['code', 'path', 'name', 'employeeNo'] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** Why a row cannot go in. */
export const ROSTER_ROW_PROBLEMS = [
  'unit_missing',
  'unit_unknown',
  'unit_not_active',
  'name_missing',
  'name_invalid',
  'employee_no_invalid',
  'employee_no_needed',
  'employee_no_repeated',
  'employee_no_claimed',
  'row_repeated',
  'cell_unreadable',
  'changed_meanwhile',
] as const;
export type RosterRowProblem = (typeof ROSTER_ROW_PROBLEMS)[number];

const EmployeeNoText = z.nullable(z.string());

export const RosterEntry = z.object({
  id: Id,
  /** Empty once the person was erased: the place stays taken. */
  name: z.string(),
  employeeNo: EmployeeNoText,
  claimedAt: z.nullable(z.number()),
  /** Who took it. `name` may have been mended since. */
  claimedBy: z.nullable(z.object({ personId: Id, name: z.string() })),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

/** What a row means for the rosters. `removed` ones stand in no row. */
export const RosterRowVerdict = z.object({
  is: z.enum(['new', 'changed', 'unchanged', 'removed', 'error']),
  /** From 1, as a spreadsheet counts; null for `removed`. */
  rowNo: z.nullable(z.number()),
  /** Names down to the unit; as far as it was understood. */
  path: z.array(z.string()),
  name: z.string(),
  employeeNo: EmployeeNoText,
  /** What stood there, for `changed`. */
  before: z.nullable(z.object({ name: z.string(), employeeNo: EmployeeNoText })),
  problems: z.array(
    z.object({ column: z.nullable(z.enum(ROSTER_COLUMNS)), code: z.enum(ROSTER_ROW_PROBLEMS), found: z.string() }),
  ),
});
export type RosterRowVerdict = z.infer<typeof RosterRowVerdict>;

const file = {
  content: FileContent,
  /** Of which unit rows are that name none. */
  unitId: z.nullable(Id),
  /** Free places of units in the file that it does not name are taken away. Places that somebody took stay. */
  removesMissing: z.boolean(),
};

export const RosterImportPreview = z.object({
  digest: z.string(),
  skipped: z.number(),
  rows: z.array(RosterRowVerdict),
});
export type RosterImportPreview = z.infer<typeof RosterImportPreview>;

export const RosterImportResult = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  removed: z.number(),
  refused: z.array(RosterRowVerdict),
});
export type RosterImportResult = z.infer<typeof RosterImportResult>;

const byUnit = z.strictObject({ unitId: Id });

export const rosterRoutes = {
  /** 100 a page, by name. `claimed` and `total` count the whole roster of the unit, not of those below. */
  list: route(
    'GET',
    '/api/units/:unitId/roster',
    { who: 'signed_in' },
    {
      params: byUnit,
      query: z.strictObject({
        state: z.optional(z.enum(['free', 'claimed'])),
        offset: z.optional(z.string().check(z.regex(/^\d{1,6}$/))),
      }),
      reply: z.object({
        entries: z.array(RosterEntry),
        matching: z.number(),
        total: z.number(),
        claimed: z.number(),
      }),
    },
  ),
  /** Only people of the roster may register with the unit, or everybody who has its code. */
  setRule: route(
    'POST',
    '/api/units/:unitId/roster-rule',
    { who: 'signed_in' },
    {
      params: byUnit,
      body: z.strictObject({ version: z.number().check(z.int(), z.minimum(1)), isRosterOnly: z.boolean() }),
      reply: Unit,
    },
  ),
  /** The rosters of the unit and all below, with who has registered, as .xlsx. */
  export: route(
    'GET',
    '/api/units/:unitId/roster/export',
    { who: 'signed_in' },
    { params: byUnit, query: z.strictObject({ language: FileLanguage }) },
  ),
  /** Looks at a table of names and says of each row what it would do. Nothing is written. */
  preview: route('POST', '/api/roster-files/preview', withFile, {
    body: z.strictObject(file),
    reply: RosterImportPreview,
  }),
  /** Brings in the rows without problems. `stale_version` when they would do something else than was shown: look again. */
  bringIn: route('POST', '/api/roster-files/import', withFile, {
    body: z.strictObject({ ...file, digest: PlanDigest }),
    reply: RosterImportResult,
  }),
  /** Headings and an example that is not read, as .xlsx. */
  template: route(
    'GET',
    '/api/roster-files/template',
    { who: 'signed_in' },
    { query: z.strictObject({ language: FileLanguage }) },
  ),
} as const;
