import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { ImportDetail } from '@anquanli/contract/bank-imports';
import { formatNumber, useWords } from '../../../lib/i18n';
import { deskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { rowsWords } from '../words-rows';

export interface CommitResult {
  readonly added: number;
  readonly unchanged: number;
  readonly leftOut: number;
  /** Read, but pointing at pictures, sources or categories that the set does not have, or too large. */
  readonly unfit: number;
}

/** A page that was left knows no more than the sum. */
export const NOTHING_TOLD: CommitResult = { added: 0, unchanged: 0, leftOut: 0, unfit: 0 };

/** What came of taking questions in, and where to go on. */
export function ResultCard({ detail, result }: { detail: ImportDetail; result: CommitResult }) {
  const t = useWords(rowsWords);
  const { setId, id, counts } = detail;
  const heading = useRef<HTMLHeadingElement>(null);
  const { added, unchanged, leftOut, unfit } = result;
  useEffect(() => heading.current?.focus(), [result]);
  return (
    <section className="dk-card bi-result" role="status">
      <span className="bi-stamp">
        <Icon name="tick" />
      </span>
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {added > 0 ? t('doneTitle', { count: formatNumber(added) }) : t('doneNothing')}
        </h2>
        <ul>
          {unchanged > 0 && <li>{t('doneUnchanged', { count: formatNumber(unchanged) })}</li>}
          {leftOut > 0 && <li>{t('doneLeftOut', { count: formatNumber(leftOut) })}</li>}
          {unfit > 0 && <li>{t('doneUnfit', { count: formatNumber(unfit) })}</li>}
          {counts.refused > 0 && <li>{t('doneRefused', { count: formatNumber(counts.refused) })}</li>}
          {added > 0 && <li>{t('doneNext')}</li>}
        </ul>
      </div>
      <div className="dk-actions">
        <Link href={`/bank/import?set=${setId}`} className={deskButton()}>
          {t('another')}
        </Link>
        <Link href={`/bank/${setId}/review`} className={deskButton()}>
          {t('toReview')}
        </Link>
        <Link href={`/bank/${setId}?importId=${id}`} className={deskButton('primary')}>
          {t('toDrafts')}
        </Link>
      </div>
    </section>
  );
}
