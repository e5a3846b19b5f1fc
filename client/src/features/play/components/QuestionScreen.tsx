import type { PlayerView } from '@anquanli/contract/live';
import { useWords } from '../../../lib/i18n';
import { useIsPast } from '../../../lib/server-clock';
import { Marked } from '../../../ui/Marked';
import { AnswerInput } from '../../../ui/question/AnswerInput';
import { QuestionStem } from '../../../ui/question/QuestionStem';
import { selectionOf } from '../../../ui/question/selection';
import { answerState } from '../model/answer-state';
import { useOwnInput, usePlay } from '../play-context';
import { words } from '../words';
import { AnswerBar } from './AnswerBar';
import { Brim } from '../../../ui/Brim';
import { CountdownRing } from './CountdownRing';

type QuestionPhase = Extract<PlayerView, { phase: 'question_open' | 'question_closed' }>;

/** Quiet and fast: stem, options, ring. After the close the lights go down. */
export function QuestionScreen({ view }: { view: QuestionPhase }) {
  const t = useWords(words);
  const { question } = view;
  const { state, session } = usePlay();
  const { me } = state.snapshot;
  const { entry, selection } = useOwnInput(question.questionNo);
  const answer = answerState(question, me, entry);
  const isTimeUp = useIsPast(question.closesAt);
  const isOver = view.phase === 'question_closed' || isTimeUp;
  const isFixed = isOver || answer.state !== 'none';
  const shown = answer.state === 'none' ? selection : selectionOf(answer.choice);
  const standing = me?.standing ?? null;
  const sub =
    standing === null ? undefined : (
      <Marked text={t('rightSoFar', { right: standing.rightCount, rank: standing.rank })} />
    );
  return (
    <>
      <Brim
        title={
          <>
            {t('questionNo', { no: view.questionNo })}
            <small>{t('ofCount', { count: view.questionCount })}</small>
          </>
        }
        sub={sub}
        aside={
          <CountdownRing question={question} isCalm={isOver || answer.state === 'kept' || answer.state === 'refused'} />
        }
        steps={{ count: view.questionCount, current: view.questionNo }}
      />
      <div className="main ask">
        <QuestionStem question={question} isFixed={isFixed} />
        <AnswerInput
          // What was begun at one question is nothing to the next.
          key={question.questionNo}
          question={question}
          selection={shown}
          isFixed={isFixed}
          isPlain={view.phoneShows === 'buttons'}
          onChange={session.select}
          onSubmit={session.submit}
        />
      </div>
      <span className="vh" role="status">
        {isFixed ? '' : t('sayOpen', { no: view.questionNo })}
      </span>
      <AnswerBar question={question} answer={answer} isOver={isOver} selection={selection} />
    </>
  );
}
