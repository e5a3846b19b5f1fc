import { useCallback } from 'react';
import type { BankProblem } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { hasWords, problemWords } from '../words-problems';

/** One sentence for a finding of the checks, in the current language. */
export function useProblemText(): (problem: BankProblem) => string {
  const t = useWords(problemWords);
  return useCallback(({ code, found }) => (hasWords(code) ? t(code) : t('unknown', { found })), [t]);
}
