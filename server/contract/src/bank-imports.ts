import { IMPORT_LIMITS } from '@anquanli/question-bank/import/limits.js';
import { Question } from '@anquanli/question-bank/schema.js';
import * as z from 'zod/mini';
import { Stamp } from './bank.js';
import { route } from './exchange.js';
import { Id } from './identity.js';
import { CategoryId, SetId } from './question-bank.js';
import { ERROR_CODES, QUESTION_KINDS } from './vocabulary.js';

/*
 * Bringing files into a set, in two steps: an import is kept with its file and the admin's choices until it is committed
 * or thrown away, so that leaving the page loses nothing. Choices, and texts of repaired rows, read the file again.
 */

/** The largest file, as the importers have it. */
export const IMPORT_FILE_BYTES = IMPORT_LIMITS.uploadBytes;
/** Of a file in base64, with room for one that is too large to be told so. */
const BODY_BYTES = 8 * 1024 * 1024;

export const CONTAINERS = ['xlsx', 'xls', 'delimited', 'docx', 'text', 'json'] as const;
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export const LAYOUTS = ['question-rows', 'option-rows', 'kahoot', 'blocks', 'set-json'] as const;

/** Meanings of a column; options and flags are numbered. */
const MEANING =
  /^(id|number|type|stem|options|option|option-letter|option-correct|answer|explanation|difficulty|category|score|tags|source|time-limit|unit|status|ignored|(option|correct)-([1-9]|10))$/;
const Meaning = z.string().check(z.regex(MEANING));
const CellName = z.string().check(z.regex(/^(block|[a-z]+(-[a-z0-9]+)?)$/), z.maxLength(20));
const Ref = z.string().check(z.minLength(1), z.maxLength(40));
const Kind = z.enum(QUESTION_KINDS);

/** Both languages, since the workbook of refused rows says the same. */
const Words = z.object({ zh: z.string(), en: z.string() });

const Place = z.object({
  sheet: z.optional(z.string()),
  row: z.optional(z.number()),
  line: z.optional(z.number()),
  column: z.optional(z.string()),
});

export const ImportProblem = z.object({
  where: Place,
  code: z.string(),
  found: z.string(),
  says: Words,
  remedy: Words,
  weight: z.enum(['refusal', 'notice', 'file']),
  ref: z.optional(z.string()),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const SheetMapping = z.object({
  name: z.string(),
  isHidden: z.boolean(),
  isUsed: z.boolean(),
  unusedBecause: z.nullable(z.enum(['hidden', 'empty', 'no-header', 'instructions', 'chosen'])),
  headerRow: z.nullable(z.number()),
  layout: z.enum(LAYOUTS),
  columns: z.array(
    z.object({
      index: z.number(),
      letter: z.string(),
      header: z.string(),
      meaning: z.string(),
      samples: z.array(z.string()),
    }),
  ),
  type: z.nullable(Kind),
  rows: z.number(),
});
export type SheetMapping = z.infer<typeof SheetMapping>;

/** How the file was understood. `meaning` of a type code is null until it is known; `isConfirmed` once an admin said so. */
export const ImportMapping = z.object({
  container: z.enum(CONTAINERS),
  encoding: z.nullable(z.enum(ENCODINGS)),
  delimiter: z.nullable(z.enum([',', '\t', ';', '|'])),
  sheets: z.array(SheetMapping),
  typeCodes: z.array(
    z.object({
      code: z.string(),
      count: z.number(),
      suggested: z.nullable(Kind),
      meaning: z.nullable(Kind),
      isConfirmed: z.boolean(),
    }),
  ),
  categories: z.array(z.object({ label: z.string(), count: z.number(), category: z.nullable(z.string()) })),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** What an admin decides about a file. Anything left out is as the file suggests. */
export const ImportChoices = z.strictObject({
  sheets: z.optional(
    z.record(
      z.string().check(z.maxLength(64)),
      z.strictObject({
        isUsed: z.optional(z.boolean()),
        headerRow: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(200))),
        layout: z.optional(z.enum(['question-rows', 'option-rows', 'kahoot'])),
        columns: z.optional(z.record(z.string().check(z.regex(/^\d{1,2}$/)), Meaning)),
      }),
    ),
  ),
  encoding: z.optional(z.enum(ENCODINGS)),
  typeCodes: z.optional(z.record(z.string().check(z.maxLength(8)), Kind)),
  categories: z.optional(z.record(z.string().check(z.maxLength(120)), CategoryId)),
  defaultCategory: z.optional(CategoryId),
  defaultDifficulty: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(5))),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

const Cell = z.object({ meaning: z.string(), label: z.string(), text: z.string() });

/** A row or block of the file. `question` is null for one that did not come in. */
export const ImportItem = z.object({
  ref: z.string(),
  where: Place,
  cells: z.array(Cell),
  question: z.nullable(Question),
  problems: z.array(ImportProblem),
  /** Questions it resembles: of the file (by ref) or of the set. */
  similar: z.array(
    z.object({
      ref: z.nullable(z.string()),
      questionId: z.nullable(z.string()),
      stem: z.string(),
      options: z.array(z.string()),
      similarity: z.number(),
    }),
  ),
  isRepaired: z.boolean(),
  /** Already in the set from this very file: committing changes nothing. */
  isKnown: z.boolean(),
});
export type ImportItem = z.infer<typeof ImportItem>;

/** reading → ready | failed → committed. A failed one says why in `problems` and can be read again with other choices. */
export const IMPORT_STATES = ['reading', 'ready', 'failed', 'committed'] as const;

export const ImportSummary = z.object({
  id: z.string(),
  version: z.number(),
  setId: z.string(),
  name: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  state: z.enum(IMPORT_STATES),
  /** While reading: what is being done, and how far. */
  progress: z.nullable(z.object({ step: z.string(), done: z.number(), total: z.number() })),
  counts: z.object({
    good: z.number(),
    refused: z.number(),
    notices: z.number(),
    similar: z.number(),
    known: z.number(),
    added: z.number(),
    byKind: z.array(z.object({ kind: Kind, count: z.number() })),
  }),
  created: Stamp,
  committed: z.nullable(Stamp),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

export const ImportDetail = z.object({
  ...ImportSummary.shape,
  mapping: z.nullable(ImportMapping),
  choices: ImportChoices,
  /** Problems of the file as a whole. */
  problems: z.array(ImportProblem),
});
export type ImportDetail = z.infer<typeof ImportDetail>;

export const IMPORT_VIEWS = ['good', 'refused', 'notices', 'similar'] as const;

const editor = { who: 'admin' } as const;
const byImport = z.strictObject({ importId: Id });
const Version = z.number().check(z.int(), z.minimum(1), z.maximum(2 ** 31 - 1));

export const bankImportRoutes = {
  /** Open and recent imports, newest first. */
  list: route('GET', '/api/bank/imports', editor, { reply: z.object({ imports: z.array(ImportSummary) }) }),
  /** A file (`content`, base64) or pasted `text`, exactly one. Reading goes on after the reply. */
  start: route(
    'POST',
    '/api/bank/imports',
    { ...editor, bodyBytes: BODY_BYTES },
    {
      body: z.strictObject({
        setId: SetId,
        name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
        // As long as a body: a file that is too large is told so, not that its form is wrong.
        content: z.optional(z.string().check(z.maxLength(BODY_BYTES))),
        text: z.optional(z.string().check(z.maxLength(1_000_000))),
      }),
      reply: ImportDetail,
    },
  ),
  get: route('GET', '/api/bank/imports/:importId', editor, { params: byImport, reply: ImportDetail }),
  /** Rows and blocks, fifty at a time. */
  items: route('GET', '/api/bank/imports/:importId/items', editor, {
    params: byImport,
    query: z.strictObject({
      view: z.enum(IMPORT_VIEWS),
      offset: z.optional(z.string().check(z.regex(/^\d{1,5}$/))),
    }),
    reply: z.object({ items: z.array(ImportItem), total: z.number() }),
  }),
  /** Other choices; the file is read again. */
  choose: route('PUT', '/api/bank/imports/:importId/choices', editor, {
    params: byImport,
    body: z.strictObject({ version: Version, choices: ImportChoices }),
    reply: ImportDetail,
  }),
  /** New texts for one row or block (`{}` = as the file has it); the reply is the row as it is now. */
  repair: route('PUT', '/api/bank/imports/:importId/repairs', editor, {
    params: byImport,
    body: z.strictObject({
      version: Version,
      ref: Ref,
      texts: z.record(CellName, z.string().check(z.maxLength(8_000))),
    }),
    reply: z.object({ detail: ImportDetail, item: ImportItem }),
  }),
  /**
   * The good ones become drafts of the set, but for those in `leaveOut`. `import_unconfirmed` while a bare type number is
   * not confirmed. Committing again adds only what is new.
   */
  commit: route('POST', '/api/bank/imports/:importId/commit', editor, {
    params: byImport,
    body: z.strictObject({ version: Version, leaveOut: z.array(Ref).check(z.maxLength(2_000)) }),
    reply: z.object({
      detail: ImportDetail,
      added: z.number(),
      unchanged: z.number(),
      /** Items that do not fit into the set: they point at something that is not there, or are too large. */
      refused: z.array(z.object({ ref: z.string(), code: z.enum(ERROR_CODES) })),
    }),
  }),
  /** Refused rows with the reasons, as .xlsx. */
  refused: route('GET', '/api/bank/imports/:importId/refused', editor, {
    params: byImport,
    query: z.strictObject({ language: z.enum(['zh', 'en']) }),
  }),
  remove: route('DELETE', '/api/bank/imports/:importId', editor, {
    params: byImport,
    reply: z.object({ ok: z.literal(true) }),
  }),
} as const;
