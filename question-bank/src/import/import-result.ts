import type { ProblemWords } from './problem-words.js';
import type { Question, QuestionType } from '../schema.js';

/*
 * What every importer takes and gives, whatever the format. An import is a function of the file's bytes, the admin's
 * choices and the bank as it is: running it again with one choice more is how a column is mapped anew and how a bad row
 * is repaired.
 */

/** What kind of file it is, by its content; never by its ending. */
export type Container = 'xlsx' | 'xls' | 'delimited' | 'docx' | 'text' | 'json';

/** How questions lie in it. */
export type Layout = 'question-rows' | 'option-rows' | 'kahoot' | 'blocks' | 'set-json';

/** What a column of a table can mean; `option-1` … `option-10` are texts, `correct-1` … `correct-10` flags of options. */
export type Meaning =
  | 'id'
  | 'number'
  | 'type'
  | 'stem'
  | 'options'
  | `option-${number}`
  | `correct-${number}`
  | 'option'
  | 'option-letter'
  | 'option-correct'
  | 'answer'
  | 'explanation'
  | 'difficulty'
  | 'category'
  | 'score'
  | 'tags'
  | 'source'
  | 'time-limit'
  | 'unit'
  | 'status'
  | 'ignored';

/** Where in the file: counted from 1 as the program people use counts. */
export interface ImportPlace {
  readonly sheet?: string;
  readonly row?: number;
  readonly line?: number;
  /** Letter of the column (C) or its header. */
  readonly column?: string;
}

export interface ImportProblem {
  readonly where: ImportPlace;
  readonly code: ImportProblemCode;
  /** The text of the cell or line, as it stands there; at most 200 characters. */
  readonly found: string;
  /** What is the case, in both languages: command line, desk and workbook of refused rows say the same. */
  readonly says: ProblemWords;
  /** What to do about it. */
  readonly remedy: ProblemWords;
  /** `refusal`: the question did not come in. `notice`: it did, and somebody should look. `file`: nothing could be read. */
  readonly weight: 'refusal' | 'notice' | 'file';
  /** The item it belongs to, if any: {@link ImportedQuestion.ref} or {@link RefusedItem.ref}. */
  readonly ref?: string;
}

export type ImportProblemCode = keyof typeof import('./problem-words.js').PROBLEM_WORDS;

export interface ImportedQuestion {
  /** Stable name of its place in this file: `s1!r12` (sheet, row), `l40` (line), `q3` (entry). */
  readonly ref: string;
  readonly where: ImportPlace;
  /**
   * Passes the schema. A draft with provenance (file, sha256, row), except from JSON of ours, which comes in exactly as it
   * is: states, checks and all. `asDraft` makes a draft of either before it goes into a bank.
   */
  readonly question: Question;
  /** Texts as they were read, by meaning; what the admin may edit in {@link ImportChoices.repairs}. */
  readonly cells: readonly RawCell[];
}

/** A row or block that did not become a question, with what could be read of it. */
export interface RefusedItem {
  readonly ref: string;
  readonly where: ImportPlace;
  readonly cells: readonly RawCell[];
}

/** `meaning` is `block` for the whole text of a block in pasted text or a document. */
export interface RawCell {
  readonly meaning: Meaning | 'block';
  /** The header or the name of the part, as people know it. */
  readonly label: string;
  readonly text: string;
}

export interface ColumnMapping {
  /** From 0. */
  readonly index: number;
  /** A, B, … AA. */
  readonly letter: string;
  readonly header: string;
  readonly meaning: Meaning;
  /** Up to three texts from below the header. */
  readonly samples: readonly string[];
}

export interface SheetMapping {
  readonly name: string;
  readonly isHidden: boolean;
  readonly isUsed: boolean;
  /** Why a sheet is left out; null when it is used. */
  readonly unusedBecause: 'hidden' | 'empty' | 'no-header' | 'instructions' | 'chosen' | null;
  /** The row with the headers, from 1; null for none. */
  readonly headerRow: number | null;
  readonly layout: Layout;
  readonly columns: readonly ColumnMapping[];
  /** The kind that the name of the sheet or a heading gives to all its questions. */
  readonly type: QuestionType | null;
  readonly rows: number;
}

/** A bare number in the type column: systems disagree on it, so somebody has to say what it means. */
export interface TypeCode {
  readonly code: string;
  readonly count: number;
  /** What answers and options of its rows suggest; null when they contradict each other. */
  readonly suggested: QuestionType | null;
  readonly meaning: QuestionType | null;
  readonly isConfirmed: boolean;
}

/** A category as the file writes it, and the category of the bank it goes to; null = the default. */
export interface CategoryMapping {
  readonly label: string;
  readonly count: number;
  readonly category: string | null;
}

export interface ImportMapping {
  readonly container: Container;
  /** Of text files; null where the container says it. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | null;
  /** Of delimited files: comma, tab, semicolon or bar. */
  readonly delimiter: ',' | '\t' | ';' | '|' | null;
  readonly sheets: readonly SheetMapping[];
  readonly typeCodes: readonly TypeCode[];
  readonly categories: readonly CategoryMapping[];
}

/** Two questions that may be the same: inside the file, or with one of the bank. `similarity` 0–1. */
export interface Duplicate {
  readonly ref: string;
  readonly other: { readonly ref: string } | { readonly questionId: string };
  readonly similarity: number;
}

export interface ImportResult {
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number };
  /** null when the file could not be read at all; `problems` then says why. */
  readonly mapping: ImportMapping | null;
  readonly questions: readonly ImportedQuestion[];
  readonly refused: readonly RefusedItem[];
  readonly problems: readonly ImportProblem[];
  readonly duplicates: readonly Duplicate[];
}

/** What the admin decided; everything has a default that the result shows. */
export interface ImportChoices {
  /** By sheet name. */
  readonly sheets?: Readonly<
    Record<
      string,
      {
        readonly isUsed?: boolean | undefined;
        readonly headerRow?: number | undefined;
        readonly layout?: Extract<Layout, 'question-rows' | 'option-rows' | 'kahoot'> | undefined;
        /** By index of the column. */
        readonly columns?: Readonly<Record<string, Meaning>> | undefined;
      }
    >
  >;
  readonly encoding?: NonNullable<ImportMapping['encoding']> | undefined;
  /** By code; a code in here is confirmed. */
  readonly typeCodes?: Readonly<Record<string, QuestionType>> | undefined;
  /** By label. */
  readonly categories?: Readonly<Record<string, string>> | undefined;
  readonly defaultCategory?: string | undefined;
  /** 1–5, for questions that do not say. Default 2. */
  readonly defaultDifficulty?: number | undefined;
  /** By ref: new texts by meaning, or the whole block; the rest stays as the file has it. */
  readonly repairs?: Readonly<Record<string, Readonly<Partial<Record<Meaning | 'block', string>>>>> | undefined;
}

/** The bank as an import sees it. */
export interface ImportContext {
  readonly categories: readonly { readonly id: string; readonly title: string }[];
  readonly sources: readonly { readonly id: string; readonly title: string; readonly number?: string | undefined }[];
  /** Questions to compare with; only for near-duplicates. */
  readonly known: readonly { readonly id: string; readonly stem: string; readonly optionTexts: readonly string[] }[];
}

export interface ImportRequest {
  /** Name of the file as the admin knows it; only for provenance and messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly choices: ImportChoices;
  readonly context: ImportContext;
}
