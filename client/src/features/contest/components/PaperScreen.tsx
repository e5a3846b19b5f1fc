import { useEffect, useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { useCountdown } from '../../../lib/server-clock';
import { vibrate } from '../../../lib/vibrate';
import { Brim } from '../../../ui/Brim';
import { Plate } from '../../../ui/Plate';
import { AnswerInput } from '../../../ui/question/AnswerInput';
import { AnswerList } from '../../../ui/question/AnswerList';
import { Explanation } from '../../../ui/question/Explanation';
import { QuestionStem } from '../../../ui/question/QuestionStem';
import { choiceOf, selectionFor, selectionOf, type Selection } from '../../../ui/question/selection';
import { Ring } from '../../../ui/Ring';
import { Tape } from '../../../ui/Tape';
import { answeredLines, choiceOn, type PaperState } from '../model/paper-state';
import type { Paper } from '../model/use-paper';
import { words } from '../words';
import { PaperBar } from './PaperBar';

interface PaperScreenProps {
  paper: Paper;
  state: PaperState;
  lineNo: number;
  onTurn(lineNo: number): void;
}

/** One question of a paper: what is chosen is saved at once, or checked where explanations come after each. */
export function PaperScreen({ paper, state, lineNo, onTurn }: PaperScreenProps) {
  const t = useWords(words);
  const { attempt, pending } = state;
  const [drafts, setDrafts] = useState<Readonly<Record<number, Selection>>>({});
  const question = attempt.questions[lineNo - 1];
  const answer = attempt.answers.find((each) => each.lineNo === lineNo);
  const feedback = answer?.feedback ?? null;
  const tellsAtOnce = attempt.explains === 'each';
  const verdict = feedback?.verdict ?? null;
  useEffect(() => {
    if (verdict === 'right') vibrate([40, 60, 40]);
  }, [lineNo, verdict]);
  if (question === undefined) return null;

  const known = choiceOn(state, lineNo);
  const selection = drafts[lineNo] ?? (known === null ? null : selectionOf(known));
  const isOnItsWay = pending[lineNo] !== undefined;
  const isFixed = feedback !== null || paper.isHandingIn || (tellsAtOnce && isOnItsWay);

  function change(next: Selection) {
    setDrafts((before) => ({ ...before, [lineNo]: next }));
    const choice = question === undefined ? null : choiceOf(question, next);
    if (!tellsAtOnce && choice !== null) paper.choose(lineNo, choice);
  }
  /** An ordering that was never touched is an answer too. */
  function commit(): boolean {
    if (question === undefined || isFixed) return false;
    const choice = choiceOf(question, question.kind === 'ordering' ? selectionFor(question, selection) : selection);
    if (choice !== null) paper.choose(lineNo, choice);
    return choice !== null;
  }

  return (
    <main className="scr">
      <Brim
        title={
          <>
            {t('paperNo', { no: lineNo })}
            <small>{t('paperOf', { count: attempt.questions.length })}</small>
          </>
        }
        sub={
          attempt.kind === 'counting'
            ? t('paperSub', { done: answeredLines(state).length })
            : t(attempt.kind === 'practice' ? 'practiceSub' : 'notebookSub')
        }
        aside={attempt.limitSeconds === null ? undefined : <PaperRing state={state} />}
        steps={{ count: attempt.questions.length, current: lineNo, isCurrentDone: known !== null }}
      />
      {paper.isOffline && <Tape title={t('offlineTitle')} help={t('offlineHelp')} />}
      <div className="main ask">
        <QuestionStem question={question} isFixed={isFixed} />
        {feedback === null ? (
          <AnswerInput
            key={lineNo}
            question={question}
            selection={selection}
            isFixed={isFixed}
            onChange={change}
            onSubmit={() => commit()}
          />
        ) : (
          <>
            <Plate>
              <h2 className="h2">{t(feedback.verdict === 'right' ? 'right' : 'wrong')}</h2>
              <AnswerList
                question={question}
                revelation={feedback.revelation}
                choice={known}
                verdict={feedback.verdict}
              />
            </Plate>
            <Plate className="why paper-why">
              <h2>{t('why')}</h2>
              <Explanation revelation={feedback.revelation} />
            </Plate>
          </>
        )}
      </div>
      <PaperBar
        {...{ paper, state, lineNo, tellsAtOnce, isOnItsWay, onTurn }}
        isTold={feedback !== null}
        isReady={question.kind === 'ordering' || choiceOf(question, selection) !== null}
        onCommit={commit}
      />
    </main>
  );
}

function PaperRing({ state: { attempt } }: { state: PaperState }) {
  const t = useWords(words);
  const { secondsLeft, leftMs } = useCountdown(attempt.startedAt, attempt.deadlineAt);
  const seconds = secondsLeft ?? 0;
  const whole = Math.max(1, (attempt.limitSeconds ?? 1) * 1_000);
  return (
    <>
      <Ring
        seconds={seconds}
        share={Math.min(1, (leftMs ?? 0) / whole)}
        unit={t('seconds')}
        label={t('secondsLeft', { seconds })}
      />
      <span className="vh" aria-live="polite">
        {seconds <= 60 && seconds > 55 ? t('sayLeft') : ''}
      </span>
    </>
  );
}
