import type { ImportDetail } from '@anquanli/contract/bank-imports';
import { formatNumber, useWords } from '../../../lib/i18n';
import { common } from '../words-common';
import { readingWords } from '../words-reading';
import { Progress } from './Progress';

const STEPS: Readonly<Record<string, 'reading_open' | 'reading_rows' | 'reading_compare'>> = {
  reading: 'reading_open',
  interpreting: 'reading_rows',
  comparing: 'reading_compare',
};

/** What is being done with the file, and how far it is. */
export function ReadingProgress({ detail, isAgain }: { detail: ImportDetail; isAgain: boolean }) {
  const t = useWords(readingWords);
  const c = useWords(common);
  const { progress } = detail;
  const step = c(STEPS[progress?.step ?? ''] ?? 'reading_other');
  const isCounted = progress !== null && progress.total > 0;
  const count = isCounted
    ? c('progressOf', { done: formatNumber(progress.done), total: formatNumber(progress.total) })
    : null;
  const help = [count, isAgain ? null : t('mayLeave')].filter((part) => part !== null).join(' · ');
  return (
    <div className={`dk-card bi-reading${isAgain ? ' again' : ''}`}>
      <Progress
        title={isAgain ? t('readAgain') : step}
        share={isCounted ? Math.min(1, progress.done / progress.total) : null}
        {...(help === '' ? {} : { help })}
      />
    </div>
  );
}
