import { findingsOf } from '../import/findings.js';
import type { ImportChoices, ImportProblem } from '../import/import-result.js';
import type { RawQuestion } from '../import/raw-question.js';
import type { SheetToRead } from './question-rows.js';
import { cellAt } from './table-model.js';

/** Cells of questions that show an error or a formula without a result; a cell that was written anew is sound. */
export function faultsOf(raws: readonly RawQuestion[], sheet: SheetToRead, choices: ImportChoices): ImportProblem[] {
  const faulty = sheet.rows.filter(({ faults }) => faults.size > 0);
  return faulty.flatMap((row) => {
    // In a table of options the question began some rows above.
    const raw = raws.findLast((candidate) => candidate.row <= row.number);
    if (raw === undefined || (raw.row !== row.number && sheet.mapping.layout !== 'option-rows')) return [];
    const findings = findingsOf(raw);
    for (const [column, fault] of row.faults) {
      const mapped = sheet.mapping.columns[column];
      if (mapped === undefined || mapped.meaning === 'ignored' || mapped.meaning === 'score') continue;
      if (choices.repairs?.[raw.ref]?.[mapped.meaning] !== undefined) continue;
      findings.refuse(fault, cellAt(row, column), { column: mapped.letter });
    }
    return [...findings.problems];
  });
}
