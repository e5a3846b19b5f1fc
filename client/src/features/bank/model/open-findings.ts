import type { BankProblem, DeskQuestion } from '@anquanli/contract/bank';

/** A finding of the checks, or which of the two checks of every question is not on record yet. */
export type OpenFinding =
  { readonly is: 'problem'; readonly problem: BankProblem } | { readonly is: 'blind_missing' | 'source_missing' };

const isCheckMissing = ({ code }: BankProblem) => code === 'check_missing';

/** What stands between a question and its approval; the bank says for both checks the same, here they are told apart. */
export function openFindings({ question, problems, missing }: DeskQuestion): OpenFinding[] {
  const all = [...problems, ...missing];
  const agreed = (question.checks ?? []).filter(({ result }) => result === 'agrees').map(({ kind }) => kind);
  const findings: OpenFinding[] = [];
  if (all.some(isCheckMissing)) {
    if (!agreed.includes('independent-answer')) findings.push({ is: 'blind_missing' });
    if (!agreed.includes('source-text') && !agreed.includes('fact-sheet')) findings.push({ is: 'source_missing' });
  }
  const seen = new Set<string>();
  for (const problem of all) {
    if (isCheckMissing(problem) || seen.has(problem.code)) continue;
    seen.add(problem.code);
    findings.push({ is: 'problem', problem });
  }
  return findings;
}
