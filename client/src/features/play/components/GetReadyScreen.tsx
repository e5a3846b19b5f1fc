import type { PlayerView } from '@anquanli/contract/live';
import { useWords } from '../../../lib/i18n';
import { useCountdown } from '../../../lib/server-clock';
import { Vee } from '../../../ui/Mark';
import { StepBand } from '../../../ui/StepBand';
import { kindWords } from '../../../ui/question/kind-words';
import { hintOf } from '../../../ui/question/QuestionStem';
import { words as questionWords } from '../../../ui/question/words';
import { words } from '../words';

/** A breath before the question: 3, 2, 1 and its kind. */
export function GetReadyScreen({ view }: { view: Extract<PlayerView, { phase: 'question_open' }> }) {
  const t = useWords(words);
  const q = useWords(questionWords);
  const kindName = useWords(kindWords);
  const { question } = view;
  const { untilOpenMs } = useCountdown(question.opensAt, question.closesAt);
  const figure = Math.max(1, Math.ceil(untilOpenMs / 1_000));
  return (
    <div className="ready">
      <StepBand count={view.questionCount} current={view.questionNo} />
      <div className="ready-body">
        <Vee />
        <h1>
          {t('questionNo', { no: view.questionNo })} <small>{t('ofCount', { count: view.questionCount })}</small>
        </h1>
        <p className="figure" key={figure} aria-hidden="true">
          {figure}
        </p>
        <p className="ready-kind">
          <b>{kindName(question.kind)}</b>
          {q(hintOf(question))}
        </p>
        <p className="ready-help" role="status">
          {t('readyNext')}
        </p>
      </div>
    </div>
  );
}
