import type { ImportItem, ImportProblem } from '@anquanli/contract/bank-imports';
import type { ImportCell } from './import-types';

/** Where the mistake of a problem can be, by the first words of its code; the longest that fits counts. */
const PARTS: readonly (readonly [code: RegExp, meanings: RegExp])[] = [
  [/^(options?_|boolean_(options|as_single))/, /^options?(-\d+)?$/],
  [/^answer_differs_from_marks/, /^(answer|correct-\d+|option-correct)$/],
  [/^(answer_|single_with|multiple_with|all_options|boolean_unreadable|order_|number|range_)/, /^answer$/],
  [/^(blanks_|spellings_|hotspot_)/, /^answer$/],
  [/^units_/, /^(unit|answer)$/],
  [/^(stem_|text_too_short|key_visible)/, /^stem$/],
  [/^type_/, /^type$/],
  [/^difficulty_/, /^difficulty$/],
  [/^category_/, /^category$/],
  [/^source_/, /^source$/],
  [/^time_limit_/, /^time-limit$/],
  [/^tag_/, /^tags$/],
  [/^id_/, /^id$/],
];

const ELLIPSIS = '…';

/**
 * The indices of the cells in which something is the matter; a block is one cell. What keeps a row out goes before what
 * somebody should only look at.
 */
export function faultyCells({ cells, problems }: Pick<ImportItem, 'cells' | 'problems'>): ReadonlySet<number> {
  const grave = problems.filter(({ weight }) => weight !== 'notice');
  return new Set((grave.length > 0 ? grave : problems).flatMap((problem) => cellsOf(problem, cells)));
}

/** The cells a problem speaks of, by its column, else by its words and its code. */
export function cellsOf(problem: ImportProblem, cells: readonly ImportCell[]): number[] {
  const { column } = problem.where;
  const named = column === undefined ? [] : indices(cells, ({ label }) => label === column);
  if (named.length > 0) return named;
  if (cells.length === 1) return [0];
  const part = PARTS.find(([code]) => code.test(problem.code))?.[1];
  const found = problem.found.trim();
  const holds = ({ text }: ImportCell) =>
    found !== '' && (found.endsWith(ELLIPSIS) ? text.includes(found.slice(0, -1)) : text.includes(found));
  if (part === undefined) return indices(cells, holds);
  const ofPart = indices(cells, ({ meaning }) => part.test(meaning));
  const exact = ofPart.filter((index) => {
    const cell = cells[index];
    return cell !== undefined && holds(cell);
  });
  return exact.length > 0 ? exact : ofPart;
}

function indices(cells: readonly ImportCell[], test: (cell: ImportCell) => boolean): number[] {
  return cells.flatMap((cell, index) => (test(cell) ? [index] : []));
}
