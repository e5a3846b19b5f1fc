import { Link } from 'wouter';
import type { ImportDetail } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import { deskButton, DeskButton } from '../../../ui/desk/DeskButton';
import { Mark } from '../../../ui/Mark';
import { readingWords } from '../words-reading';
import { ProblemLines } from './ProblemLines';

interface FailedCardProps {
  detail: ImportDetail;
  isBusy: boolean;
  onReadAgain(): void;
}

/** Nothing could be read: what is wrong, what to do about it, and the ways out. */
export function FailedCard({ detail, isBusy, onReadAgain }: FailedCardProps) {
  const t = useWords(readingWords);
  return (
    <section className="dk-card bi-failed" role="alert">
      <Mark />
      <h2>{t('failedTitle')}</h2>
      <p className="muted">{t('failedHelp')}</p>
      <ProblemLines problems={detail.problems} />
      <div className="dk-actions">
        <DeskButton isBusy={isBusy} onClick={onReadAgain}>
          {t('readAgainButton')}
        </DeskButton>
        <Link href={`/bank/import?set=${detail.setId}`} className={deskButton('primary')}>
          {t('anotherFile')}
        </Link>
      </div>
    </section>
  );
}
