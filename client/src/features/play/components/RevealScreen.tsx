import { useEffect } from 'react';
import type { PlayerView } from '@anquanli/contract/live';
import { useWords } from '../../../lib/i18n';
import { vibrate } from '../../../lib/vibrate';
import { Plate } from '../../../ui/Plate';
import { AnswerList } from '../../../ui/question/AnswerList';
import { Explanation } from '../../../ui/question/Explanation';
import { StemPictures, StemText } from '../../../ui/question/QuestionStem';
import { StepBand } from '../../../ui/StepBand';
import { answerState } from '../model/answer-state';
import { shownVerdict } from '../model/verdict';
import { useOwnInput, usePlay } from '../play-context';
import { words } from '../words';
import { StandingPlate } from './StandingPlate';
import { VerdictHead } from './VerdictHead';

/** Right or wrong, what is right, why, and where one stands now. */
export function RevealScreen({ view }: { view: Extract<PlayerView, { phase: 'reveal' }> }) {
  const t = useWords(words);
  const { question, revelation } = view;
  const { me } = usePlay().state.snapshot;
  const { entry } = useOwnInput(question.questionNo);
  const answer = answerState(question, me, entry);
  const choice = answer.state === 'kept' ? answer.choice : null;
  const standing = me?.standing ?? null;
  const verdict = shownVerdict(question.questionNo, revelation, standing);

  useEffect(() => {
    if (verdict === 'right') vibrate([40, 60, 40]);
  }, [verdict]);

  return (
    <>
      <VerdictHead verdict={verdict} standing={standing} voidReason={revelation.voidReason} />
      <StepBand count={view.questionCount} current={view.questionNo} isCurrentDone />
      <div className="main">
        <Plate>
          {question.stem !== null && (
            <p className="sm muted q-again">
              <StemText stem={question.stem} kind={question.kind} />
            </p>
          )}
          <StemPictures question={question} />
          <AnswerList {...{ question, revelation, choice }} verdict={verdict === 'counting' ? null : verdict} />
        </Plate>
        <Plate className="why">
          <h2>{t('why')}</h2>
          <Explanation revelation={revelation} />
        </Plate>
        {standing !== null && <StandingPlate standing={standing} />}
      </div>
      <div className="bar bare">
        <p className="hint">{t(view.questionNo < view.questionCount ? 'nextSoon' : 'waitEnd')}</p>
      </div>
    </>
  );
}
