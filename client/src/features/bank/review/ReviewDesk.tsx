import { useState } from 'react';
import type { BlindQuestion } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { PhoneFrame } from '../../../ui/desk/PhoneFrame';
import { PhoneAsked } from '../../../ui/desk/PhoneQuestion';
import { Marked } from '../../../ui/Marked';
import { choiceOf, emptySelection, type Selection } from '../../../ui/question/selection';
import type { Registry } from '../components/use-registry';
import { askedBlind, blindAnswerOf, withNumberKey } from '../model/blind';
import { openFindings } from '../model/open-findings';
import { reviewWords } from '../words-review';
import { Verdict } from './Verdict';
import { useReviewKeys } from './use-review-keys';
import type { ReviewQueue } from './use-review-queue';

interface ReviewDeskProps {
  setId: string;
  question: BlindQuestion;
  review: ReviewQueue;
  registry: Registry;
}

/** One question under review: at the left as a phone shows it, at the right what is known and what to do. */
export function ReviewDesk({ setId, question, review, registry }: ReviewDeskProps) {
  const t = useWords(reviewWords);
  const asked = askedBlind(question);
  const [selection, setSelection] = useState<Selection>(() => emptySelection(asked));
  const { revealed, order } = review;
  const choice = choiceOf(asked, selection);

  const submit = () => {
    if (choice !== null && revealed === null) void review.answer(blindAnswerOf(choice, question.type));
  };
  useReviewKeys({
    onNumber: (n) => revealed === null && setSelection((before) => withNumberKey(asked, before, n)),
    onSubmit: submit,
    onNext: review.next,
    onSource: () => revealed !== null && void review.checkSource(true, ''),
    onApprove: () =>
      revealed !== null &&
      revealed.agrees &&
      openFindings(revealed.desk).length === 0 &&
      void review.judge({ to: 'approved' }),
  });

  return (
    <div className="bk-review">
      <PhoneFrame label={t('phoneLabel')}>
        <PhoneAsked
          question={asked}
          selection={selection}
          isFixed={revealed !== null}
          onChange={setSelection}
          onSubmit={submit}
        />
      </PhoneFrame>
      <div className="bk-review-side">
        {revealed === null ? (
          <Card title={t('blind')}>
            <p className="dk-lead">{t('blindHelp')}</p>
            <div className="dk-actions bk-start">
              <DeskButton look="primary" isBusy={order.isBusy} disabled={choice === null} onClick={submit}>
                {t('submit')}
              </DeskButton>
              <DeskButton onClick={review.next}>{t('skip')}</DeskButton>
            </div>
          </Card>
        ) : (
          <Verdict
            shown={question.options.map(({ id }) => id)}
            setId={setId}
            revealed={revealed}
            media={question.media}
            review={review}
            registry={registry}
          />
        )}
        <p className="bk-keys">
          <Marked text={t('keys')} />
        </p>
      </div>
    </div>
  );
}
