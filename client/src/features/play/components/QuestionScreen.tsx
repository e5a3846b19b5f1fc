import type { PlayerView } from '@anquanli/contract/live';
import { useWords } from '../../../lib/i18n';
import { useIsPast } from '../../../lib/server-clock';
import { BreakText } from '../../../ui/BreakText';
import { Marked } from '../../../ui/Marked';
import { answerState } from '../model/answer-state';
import { idsOf } from '../model/selection';
import { useOwnInput, usePlay } from '../play-context';
import { words } from '../words';
import { AnswerBar } from './AnswerBar';
import { Brim } from './Brim';
import { CountdownRing } from './CountdownRing';
import { KIND_HINTS } from './kind-hints';
import { OptionList } from './OptionList';

type QuestionPhase = Extract<PlayerView, { phase: 'question_open' | 'question_closed' }>;

/** Quiet and fast: stem, options, ring. After the close the lights go down. */
export function QuestionScreen({ view }: { view: QuestionPhase }) {
  const t = useWords(words);
  const { question } = view;
  const { state } = usePlay();
  const { me } = state.snapshot;
  const { entry, selected } = useOwnInput(question.questionNo);
  const answer = answerState(question, me, entry);
  const isTimeUp = useIsPast(question.closesAt);
  const isOver = view.phase === 'question_closed' || isTimeUp;
  const isFixed = isOver || answer.state !== 'none';
  const shown = answer.state === 'none' ? selected : idsOf(answer.choice);
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
        <div className="q">
          <p className="kind">
            {t(question.kind)}
            {!isFixed && <em>{t(KIND_HINTS[question.kind])}</em>}
          </p>
          <h2 className={`stem${isLong(question.stem) ? ' long' : ''}`}>
            {question.stem === null ? (
              <span className="muted">{t('stemOnStage')}</span>
            ) : (
              <BreakText text={question.stem} />
            )}
          </h2>
        </div>
        <OptionList question={question} shown={shown} isFixed={isFixed} isPlain={view.phoneShows === 'buttons'} />
      </div>
      <span className="vh" role="status">
        {isFixed ? '' : t('sayOpen', { no: view.questionNo })}
      </span>
      <AnswerBar question={question} answer={answer} isOver={isOver} selectedCount={selected.length} />
    </>
  );
}

const LONG_STEM = 60;

function isLong(stem: string | null): boolean {
  return stem !== null && stem.length > LONG_STEM;
}
