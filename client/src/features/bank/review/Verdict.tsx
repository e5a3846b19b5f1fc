import { App as AntApp } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BankMedia } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { Note } from '../../../ui/Note';
import { QuestionFacts } from '../components/QuestionFacts';
import { useProblemText } from '../components/use-problem-text';
import type { Registry } from '../components/use-registry';
import { reviewWords } from '../words-review';
import { SendBack } from './SendBack';
import { SourceCheck } from './SourceCheck';
import type { Revealed, ReviewQueue } from './use-review-queue';

interface VerdictProps {
  setId: string;
  revealed: Revealed;
  media: readonly BankMedia[];
  review: ReviewQueue;
  registry: Registry;
}

/** After the answer: does it agree, why is it so, was the source opened, and what becomes of the question. */
export function Verdict({ setId, revealed, media, review, registry }: VerdictProps) {
  const t = useWords(reviewWords);
  const say = useProblemText();
  const { message } = AntApp.useApp();
  const [isSendingBack, setSendingBack] = useState(false);
  const { agrees, desk } = revealed;
  const open = [...new Set([...desk.problems, ...desk.missing].map(say))];

  async function approve() {
    if (await review.judge({ to: 'approved' })) void message.success(t('approved'));
  }
  async function sendBack(note: string) {
    if (await review.judge({ to: 'draft', ...(note === '' ? {} : { note }) })) void message.success(t('sentBack'));
  }

  return (
    <>
      <Note tone={agrees ? 'ok' : 'no'} title={t(agrees ? 'youAgree' : 'youDisagree')}>
        {agrees ? undefined : t('disagreeHelp')}
      </Note>
      <Card>
        <QuestionFacts question={desk.question} registry={registry} media={media} />
      </Card>
      <SourceCheck desk={desk} isBusy={review.order.isBusy} onChecked={review.checkSource} />
      {open.length > 0 && (
        <div className="bk-open">
          <b>{t('stillMissing')}</b>
          <ul className="bk-problems">
            {open.map((text) => (
              <li key={text} className="dk-st warn">
                <Icon name="warning" />
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isSendingBack ? (
        <SendBack isBusy={review.order.isBusy} onSend={sendBack} onClose={() => setSendingBack(false)} />
      ) : (
        <div className="dk-actions bk-start">
          <DeskButton
            look="primary"
            isBusy={review.order.isBusy}
            disabled={open.length > 0}
            onClick={() => void approve()}
          >
            {t('approve')}
          </DeskButton>
          <DeskButton onClick={() => setSendingBack(true)}>{t('sendBack')}</DeskButton>
          <DeskButton onClick={review.next}>{t('next')}</DeskButton>
          <Link className="dk-link" href={`/bank/${setId}/questions/${desk.question.id}`}>
            {t('edit')}
          </Link>
        </div>
      )}
    </>
  );
}
