import { App as AntApp } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { BankMedia } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Note } from '../../../ui/Note';
import { QuestionFacts } from '../components/QuestionFacts';
import { OpenFindings } from '../components/OpenFindings';
import type { Registry } from '../components/use-registry';
import { openFindings } from '../model/open-findings';
import { reviewWords } from '../words-review';
import { SendBack } from './SendBack';
import { SourceCheck } from './SourceCheck';
import type { Revealed, ReviewQueue } from './use-review-queue';

interface VerdictProps {
  setId: string;
  revealed: Revealed;
  media: readonly BankMedia[];
  /** Ids of the options in the order in which they were shown, so that letters mean the same on both sides. */
  shown: readonly string[];
  review: ReviewQueue;
  registry: Registry;
}

/** After the answer: does it agree, why is it so, was the source opened, and what becomes of the question. */
export function Verdict({ setId, revealed, media, shown, review, registry }: VerdictProps) {
  const t = useWords(reviewWords);
  const { message } = AntApp.useApp();
  const [isSendingBack, setSendingBack] = useState(false);
  const { agrees, desk } = revealed;
  const open = openFindings(desk);
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a narrow page the phone stands above: go on where the eyes should be.
    if (window.matchMedia('(max-width: 1179px)').matches) head.current?.scrollIntoView({ block: 'start' });
  }, []);

  async function approve() {
    if (await review.judge({ to: 'approved' })) void message.success(t('approved'));
  }
  async function sendBack(note: string) {
    if (await review.judge({ to: 'draft', ...(note === '' ? {} : { note }) })) void message.success(t('sentBack'));
  }

  return (
    <>
      <div ref={head}>
        <Note tone={agrees ? 'ok' : 'no'} title={t(agrees ? 'youAgree' : 'youDisagree')}>
          {agrees ? undefined : t('disagreeHelp')}
        </Note>
      </div>
      <Card>
        <QuestionFacts question={desk.question} registry={registry} media={media} order={shown} />
      </Card>
      <SourceCheck desk={desk} isBusy={review.order.isBusy} onChecked={review.checkSource} />
      {open.length > 0 && (
        <div className="bk-open">
          <b>{t('stillMissing')}</b>
          <OpenFindings findings={open} />
        </div>
      )}
      {isSendingBack ? (
        <SendBack isBusy={review.order.isBusy} onSend={sendBack} onClose={() => setSendingBack(false)} />
      ) : (
        <div className="dk-actions bk-start">
          <DeskButton
            look="primary"
            isBusy={review.order.isBusy}
            // Who has just disagreed does not wave it through: it goes back, or somebody else answers.
            disabled={!agrees || open.length > 0}
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
