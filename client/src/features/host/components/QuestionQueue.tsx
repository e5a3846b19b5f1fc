import { useEffect, useRef, useState } from 'react';
import type { RunQuestion } from '@anquanli/contract/live-host';
import { useWords } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { Card } from '../../../ui/desk/Card';
import { kindWords } from '../../../ui/question/kind-words';
import { commandsFor } from '../model/commands';
import { consoleWords } from '../words-console';
import type { ConsolePart } from './console-part';
import type { GiveOrder } from './use-give-order';
import { VoidDialog } from './VoidDialog';

/** All questions of the round with how they went; a revealed one can be voided. */
export function QuestionQueue({ shared, give }: ConsolePart & { give: GiveOrder }) {
  const t = useWords(consoleWords);
  const { view } = shared;
  const [voiding, setVoiding] = useState<number | null>(null);
  const now = useRef<HTMLLIElement | null>(null);
  useEffect(() => {
    now.current?.scrollIntoView({ block: 'nearest' });
  }, [view.questionNo]);
  const canVoid = commandsFor(view, serverNow()).allowed.has('void');
  const isOn = view.phase === 'question_open' || view.phase === 'question_closed' || view.phase === 'reveal';
  return (
    <Card
      className="dk-queue-card"
      title={t('queue')}
      note={
        view.questionNo === 0
          ? t('queueTotal', { count: view.questionCount })
          : t('queueCount', { no: view.questionNo, count: view.questionCount })
      }
    >
      <ol className="dk-queue" tabIndex={0} aria-label={t('queue')}>
        {view.questions.map((question) => {
          const isCurrent = isOn && question.questionNo === view.questionNo;
          const isNext =
            question.questionNo === view.questionNo + 1 && view.phase !== 'finished' && view.phase !== 'aborted';
          const isDone = question.status !== 'waiting' && !isCurrent;
          return (
            <li
              key={question.questionNo}
              ref={isCurrent ? now : undefined}
              className={isCurrent ? 'now' : isDone ? 'done' : isNext ? 'next' : undefined}
              aria-current={isCurrent ? 'true' : undefined}
            >
              <span className="n">{question.questionNo}</span>
              <span className="dk-stem">
                <span title={question.stem}>{question.stem}</span>
                <QuestionFacts question={question} isNext={isNext} />
              </span>
              {canVoid && question.status === 'revealed' && (
                <button
                  type="button"
                  className="dk-link"
                  aria-label={t('questionMenu', { no: question.questionNo })}
                  onClick={() => setVoiding(question.questionNo)}
                >
                  {t('voidShort')}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      <VoidDialog questionNo={voiding} give={give} onClose={() => setVoiding(null)} />
    </Card>
  );
}

function QuestionFacts({ question, isNext }: { question: RunQuestion; isNext: boolean }) {
  const t = useWords(consoleWords);
  const kindName = useWords(kindWords);
  const { kind, seconds, status, rightShare } = question;
  const facts: string[] = [kindName(kind)];
  if (status === 'waiting' || status === 'open') {
    facts.push(seconds === null ? t('untimed') : t('seconds', { count: seconds }));
  }
  if (status === 'revealed' && rightShare !== null) {
    facts.push(t('rightShare', { percent: Math.round(rightShare * 100) }));
  } else if (status !== 'waiting' && status !== 'revealed') facts.push(t(`status_${status}`));
  if (isNext) facts.push(t('status_next'));
  return <small>{facts.join(' · ')}</small>;
}
