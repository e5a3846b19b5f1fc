import { useState } from 'react';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { Button } from '../../../ui/Button';
import { StateCard } from '../../../ui/StateCard';
import { isToLearn, reviewOrder } from '../model/review';
import type { ReviewState } from '../use-review';
import { words } from '../words';
import { ReviewRow } from './ReviewRow';

export function ReviewList({ review, isUnfolded }: { review: ReviewState; isUnfolded: boolean }) {
  const t = useWords(words);
  const error = useErrorText(review.failure);
  const [opened, setOpened] = useState<readonly number[]>([]);
  const { questions } = review;

  if (questions === null) {
    return review.failure === null ? (
      <StateCard isLoading title={t('reviewLoading')} />
    ) : (
      <StateCard title={t('review')} help={error} action={<Button onClick={review.retry}>{t('again')}</Button>} />
    );
  }
  if (questions.length === 0) return <StateCard title={t('review')} help={t('reviewNone')} />;
  const toLearn = questions.filter(isToLearn).length;
  const toggle = (no: number) =>
    setOpened((before) => (before.includes(no) ? before.filter((each) => each !== no) : [...before, no]));
  return (
    <>
      <div className="sec">
        <h2 className="h2">{t('review')}</h2>
        <span className="sm muted">
          {toLearn === 0 ? t('reviewAllRight') : t('reviewWrongFirst', { count: toLearn })}
        </span>
      </div>
      <ol className="plate">
        {reviewOrder(questions).map((item) => {
          const no = item.question.questionNo;
          return (
            <ReviewRow key={no} item={item} isOpen={isUnfolded || opened.includes(no)} onToggle={() => toggle(no)} />
          );
        })}
      </ol>
    </>
  );
}
