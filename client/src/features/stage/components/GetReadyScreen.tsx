import type { StageCounters, StageView } from '@anquanli/contract/live-stage';
import type { QuestionView } from '@anquanli/contract/question';
import { formatNumber, useWords } from '../../../lib/i18n';
import { kindWords } from '../../../ui/question/kind-words';
import { stageWords } from '../words';
import { LiveNumber, StageFrame } from './StageFrame';

interface GetReadyScreenProps {
  view: StageView;
  question: QuestionView;
  seconds: number;
  counters: StageCounters;
}

/** A breath before the question: the figure, the number and the kind. */
export function GetReadyScreen({ view, question, seconds, counters }: GetReadyScreenProps) {
  const t = useWords(stageWords);
  const kindName = useWords(kindWords);
  const note = t('questionOf', { no: question.questionNo, count: view.questionCount });
  const out = <LiveNumber before={t('inAll')} value={formatNumber(counters.people)} after={t('people')} />;
  return (
    <StageFrame title={view.title} note={note} out={out}>
      <div className="st-ready st-screen">
        <h1>{t('questionNo', { no: question.questionNo })}</h1>
        <b className="st-figure" key={seconds} role="timer" aria-label={`${t('getReady')} ${seconds}`}>
          {seconds}
        </b>
        <h2>{kindName(question.kind)}</h2>
        <p>{t(`tip_${question.kind}`)}</p>
      </div>
    </StageFrame>
  );
}
