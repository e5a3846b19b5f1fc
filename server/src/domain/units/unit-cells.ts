import { UNIT_COLUMNS, type UnitColumn, type UnitRowProblem } from '@anquanli/contract/unit-files';
import { LIMITS, UNIT_KINDS, type UnitKind } from '@anquanli/contract/vocabulary';
import { ALIAS_SIGNS, joined, parted, PATH_SIGNS } from './escaped-list.js';

/** A row of a file: the text of each column it has. */
export interface UnitCells {
  /** From 1, as a spreadsheet counts. */
  readonly rowNo: number;
  readonly cells: Readonly<Partial<Record<UnitColumn, string>>>;
  /** Columns whose cell holds an error in place of a text. */
  readonly faults?: readonly UnitColumn[];
}

/** What a row says. Undefined = nothing: the unit keeps what it has. */
export interface UnitSayings {
  readonly path: readonly string[];
  readonly name: string;
  readonly kind?: UnitKind | undefined;
  readonly sector?: string | undefined;
  readonly code?: string | undefined;
  readonly headCount?: number | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly needsApproval?: boolean | undefined;
}

export interface CellProblem {
  readonly column: UnitColumn | null;
  readonly code: UnitRowProblem;
  readonly found: string;
}

/** What is written about a unit, as far as files know it. */
export interface WrittenUnit {
  readonly name: string;
  readonly kind: UnitKind;
  readonly sector: string | null;
  readonly code: string | null;
  readonly headCount: number | null;
  readonly aliases: readonly string[];
  readonly needsApproval: boolean;
}

const KIND_WORDS: Readonly<Record<UnitKind, readonly [zh: string, en: string, ...string[]]>> = {
  region: ['地区', 'Region', '行政区', '区域'],
  enterprise: ['企业', 'Enterprise', '公司', '单位'],
  department: ['部门', 'Department', '科室', '车间'],
  team: ['班组', 'Team', '班', '组'],
};
const YES = ['是', 'yes', 'y', 'true', '1', '√', '✓'];
const NO = ['否', 'no', 'n', 'false', '0', '×'];
/** How the name of a row of the template begins, which is not read. */
export const EXAMPLE_MARKS = ['【示例】', '[example]'] as const;
const FOUND_CHARS = 200;

/** Control characters do not survive a spreadsheet, and white space is one space: the text as it can be compared. */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

export function isExample({ cells }: UnitCells): boolean {
  const name = (cells.name ?? '').trim().toLowerCase();
  return EXAMPLE_MARKS.some((mark) => name.startsWith(mark));
}

/** The cells of a unit below `path`, in the language; {@link readCells} reads them back alike. */
export function cellsOf(
  unit: WrittenUnit,
  path: readonly string[],
  language: 'zh' | 'en' = 'zh',
): Record<UnitColumn, string> {
  const words = language === 'zh' ? 0 : 1;
  return {
    path: joined(path.map(cleanText), PATH_SIGNS),
    name: cleanText(unit.name),
    kind: KIND_WORDS[unit.kind][words],
    sector: cleanText(unit.sector ?? ''),
    code: unit.code ?? '',
    headCount: unit.headCount === null ? '' : String(unit.headCount),
    aliases: joined(unit.aliases.map(cleanText), ALIAS_SIGNS),
    needsApproval: unit.needsApproval ? (words === 0 ? '是' : 'yes') : words === 0 ? '否' : 'no',
  };
}

/** What the cells say, and what is the matter with them; sayings of a cell with a problem are left out. */
export function readCells({ cells, faults = [] }: UnitCells): { sayings: UnitSayings; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const text = (column: UnitColumn) => cleanText(cells[column] ?? '');
  const blame = (column: UnitColumn, code: UnitRowProblem): undefined => {
    problems.push({ column, code, found: shortened(text(column)) });
    return undefined;
  };
  for (const column of UNIT_COLUMNS) if (faults.includes(column)) blame(column, 'cell_unreadable');
  const short = (column: 'name' | 'sector', chars: number) =>
    text(column).length <= chars ? text(column) || undefined : blame(column, 'too_long');
  const path = parted(text('path'), PATH_SIGNS);
  if (path.some((name) => name === '')) blame('path', 'path_broken');
  else if (path.length >= LIMITS.unitDepth) blame('path', 'too_deep');
  return {
    sayings: {
      // Deeper than any tree there is nothing to be found, and a cell may hold ten thousands of names.
      path: path.slice(0, LIMITS.unitDepth),
      name: short('name', LIMITS.unitNameChars) ?? '',
      kind: oneOf(text('kind'), KINDS) ?? (text('kind') === '' ? undefined : blame('kind', 'kind_unknown')),
      sector: short('sector', LIMITS.sectorChars),
      code: codeOf(text('code')) ?? (text('code') === '' ? undefined : blame('code', 'code_invalid')),
      headCount:
        headCountOf(text('headCount')) ??
        (text('headCount') === '' ? undefined : blame('headCount', 'head_count_invalid')),
      aliases: aliasesOf(text('aliases'), (code) => blame('aliases', code)),
      needsApproval:
        oneOf(text('needsApproval'), APPROVALS) ??
        (text('needsApproval') === '' ? undefined : blame('needsApproval', 'approval_unknown')),
    },
    problems,
  };
}

const KINDS = new Map(UNIT_KINDS.flatMap((kind) => [kind, ...KIND_WORDS[kind]].map((word) => [folded(word), kind])));
const APPROVALS = new Map([...YES.map((word) => [word, true] as const), ...NO.map((word) => [word, false] as const)]);

function oneOf<T>(text: string, words: ReadonlyMap<string, T>): T | undefined {
  return words.get(folded(text));
}

/** Full-width letters and digits are what an input method makes of them. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function codeOf(text: string): string | undefined {
  const code = text.normalize('NFKC');
  return /^[0-9A-Za-z-]{1,32}$/.test(code) ? code : undefined;
}

/** `1,024`, `24 人`, `24.0` are numbers too. */
function headCountOf(text: string): number | undefined {
  const digits = /^(\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.0+)? ?人?$/.exec(text.normalize('NFKC'))?.[1];
  const count = Number(digits?.replaceAll(',', ''));
  return count >= LIMITS.headCount.min && count <= LIMITS.headCount.max ? count : undefined;
}

function aliasesOf(text: string, blame: (code: UnitRowProblem) => undefined): string[] | undefined {
  const aliases = parted(text, ALIAS_SIGNS).filter((alias) => alias !== '');
  if (aliases.length === 0) return undefined;
  if (aliases.length > LIMITS.unitAliases) return blame('aliases_too_many');
  return aliases.some((alias) => alias.length > LIMITS.unitNameChars) ? blame('too_long') : aliases;
}

export function shortened(text: string): string {
  return text.length <= FOUND_CHARS ? text : `${text.slice(0, FOUND_CHARS - 1)}…`;
}
