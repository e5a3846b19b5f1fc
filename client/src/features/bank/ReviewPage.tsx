import { useCallback } from 'react';
import { Link, useSearch } from 'wouter';
import { bankRoutes } from '@anquanli/contract/bank';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { Note } from '../../ui/Note';
import { StateCard } from '../../ui/StateCard';
import { LoadState } from './components/LoadState';
import { SetHead } from './components/SetHead';
import { useRegistry } from './components/use-registry';
import { ReviewDesk } from './review/ReviewDesk';
import { useReviewQueue } from './review/use-review-queue';
import { reviewWords } from './words-review';

/** The review queue: answered blind, then compared with key and source, then judged. */
export default function ReviewPage({ setId, isAdmin }: { setId: string; isAdmin: boolean }) {
  const t = useWords(reviewWords);
  useDocumentTitle(t('title'));
  if (isAdmin) return <Queue setId={setId} />;
  return (
    <StateCard
      title={t('adminOnly')}
      help={t('adminOnlyHelp')}
      action={
        <Link href={`/bank/${setId}`} className={deskButton('primary')}>
          {t('toQuestions')}
        </Link>
      }
    />
  );
}

function Queue({ setId }: { setId: string }) {
  const t = useWords(reviewWords);
  const only = new URLSearchParams(useSearch()).get('only');
  const set = useLoaded(useCallback(() => call(bankRoutes.set, { params: { setId } }), [setId]));
  const registry = useRegistry();
  const review = useReviewQueue(setId, only);
  const problem = useErrorText(review.queue.failure ?? review.order.failure);
  if (set.value === null) return <LoadState failure={set.failure} onRetry={set.reload} />;

  const { question, waiting } = review;
  const isEnd = review.queue.value !== null && question === null;
  const all = (
    <Link href={`/bank/${setId}`} className={deskButton()}>
      {t('toQuestions')}
    </Link>
  );
  return (
    <>
      <SetHead
        set={set.value}
        isAdmin
        help={review.queue.value === null ? t('loading') : t('waiting', { count: waiting })}
      />
      {problem !== '' && <Note tone="no" title={problem} />}
      {question === null && !isEnd && problem === '' && <StateCard isLoading title={t('loading')} />}
      {question === null && problem !== '' && (
        <DeskButton className="dk-centered" onClick={review.queue.reload}>
          {t('again')}
        </DeskButton>
      )}
      {isEnd && <StateCard title={t('emptyTitle')} help={t('emptyHelp')} action={all} />}
      {question !== null && (
        <ReviewDesk key={review.turn} setId={setId} question={question} review={review} registry={registry} />
      )}
    </>
  );
}
