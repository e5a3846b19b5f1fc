import { useEffect, useState } from 'react';
import type { QuestionView } from '@anquanli/contract/question';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useCountdown } from '../../../lib/server-clock';
import { Note } from '../../../ui/Note';
import { choiceOf, type Selection } from '../../../ui/question/selection';
import { SubmitBar } from '../../../ui/question/SubmitBar';
import type { AnswerState } from '../model/answer-state';
import { usePlay } from '../play-context';
import { words } from '../words';

interface AnswerBarProps {
  question: QuestionView;
  answer: AnswerState;
  isOver: boolean;
  selection: Selection | null;
}

/** What the lower edge says: how to answer, or what became of the answer. */
export function AnswerBar({ question, answer, isOver, selection }: AnswerBarProps) {
  const t = useWords(words);
  const { state, session } = usePlay();
  switch (answer.state) {
    case 'kept':
      return (
        <KeptBar hint={t(isOver ? 'waitReveal' : 'othersAnswer')}>
          <Note tone="ok" title={t('kept')}>
            {t('keptHelp', { seconds: (answer.elapsedMs / 1_000).toFixed(1) })}
          </Note>
        </KeptBar>
      );
    case 'waiting':
      return state.connection === 'online' ? <Sending /> : <Stored question={question} />;
    case 'refused':
      return <Refused answer={answer} />;
    case 'none': {
      const isTimed = question.closesAt !== null;
      if (!isOver) return <SubmitBar {...{ question, selection, isTimed }} onSubmit={session.submit} />;
      const isSending = choiceOf(question, selection) !== null;
      return (
        <KeptBar hint={t('waitReveal')}>
          <Note tone="plain" icon="clock" title={t(isSending ? 'timeUp' : 'timeUpNone')}>
            {t(isSending ? 'sendingHelp' : 'timeUpNoneHelp')}
          </Note>
        </KeptBar>
      );
    }
  }
}

function KeptBar({ hint, children }: { hint: string; children: React.ReactNode }) {
  return (
    <div className="bar keep">
      {children}
      <p className="sm muted below-note">{hint}</p>
    </div>
  );
}

const SHOW_SENDING_AFTER_MS = 600;

/** Most acks are back before anybody could read this. */
function Sending() {
  const t = useWords(words);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SHOW_SENDING_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="bar keep steady">
      {isSlow && (
        <Note tone="wait" icon="send" title={t('sending')}>
          {t('sendingHelp')}
        </Note>
      )}
    </div>
  );
}

function Stored({ question }: { question: QuestionView }) {
  const t = useWords(words);
  const { secondsLeft } = useCountdown(question.opensAt, question.closesAt);
  const help =
    secondsLeft === null || secondsLeft === 0 ? t('storedHelpOpen') : t('storedHelp', { seconds: secondsLeft });
  return (
    <div className="bar keep">
      <Note tone="wait" title={t('stored')}>
        {help}
      </Note>
    </div>
  );
}

function Refused({ answer }: { answer: Extract<AnswerState, { state: 'refused' }> }) {
  const t = useWords(words);
  const details = answer.lateMs === null ? {} : { lateMs: answer.lateMs };
  const title = useErrorText({ ok: false, code: answer.code, details });
  return (
    <KeptBar hint={t('waitReveal')}>
      <Note tone="no" icon="clock" title={title}>
        {t('refusedHelp')}
      </Note>
    </KeptBar>
  );
}
