import type { StageView } from '@anquanli/contract/live-stage';
import { formatNumber, useWords } from '../../../lib/i18n';
import { StemText } from '../../../ui/question/QuestionStem';
import { REVEAL_STEPS, stepAt } from '../model/fit';
import { useFit } from '../model/use-fit';
import { stageWords } from '../words';
import { Explanation, hasExplanation } from './Explanation';
import { fitClass, fitStyle, textOf } from './fitting';
import { KINDS } from './kinds';
import { LiveNumber, StageFrame } from './StageFrame';
import { StagePictures } from './StagePicture';

/** With more options than this the explanation goes below two columns of bars. */
const ONE_COLUMN = 6;

/** The bar of the right answer lights up, one explanation beside it. */
export function RevealScreen({ view }: { view: Extract<StageView, { phase: 'reveal' }> }) {
  const t = useWords(stageWords);
  const { question, revelation, distribution } = view;
  const { Bars, Names, isByOption = false, isSide = false } = KINDS[question.kind];
  const lines = isByOption ? question.options.length : 0;
  const content = `${textOf(question, t('isTrue'))}\n${JSON.stringify(revelation)}`;
  const isExplained = hasExplanation(revelation) || question.media.length > 0;
  const [box, index] = useFit(REVEAL_STEPS.length, content);
  const step = stepAt(REVEAL_STEPS, index);
  const out = (
    <LiveNumber
      before={t('right')}
      value={formatNumber(distribution.right)}
      after={t('ofPeople', { people: formatNumber(distribution.seats) })}
    />
  );
  return (
    <StageFrame
      title={view.title}
      note={t('questionOf', { no: question.questionNo, count: view.questionCount })}
      out={revelation.voidReason === null ? out : <strong>{t('voided')}</strong>}
    >
      <div className={fitClass(step)} style={fitStyle(step)} ref={box}>
        <h1 className="st-tag st-again">
          <b>{t('questionNo', { no: question.questionNo })}</b>
          <em className="st-words">
            <StemText stem={question.stem ?? ''} kind={question.kind} />
          </em>
        </h1>
        <div className={`st-reveal ${Names === undefined ? layoutOf(lines, isExplained) : 'is-named'}`}>
          <Bars question={question} revelation={revelation} distribution={distribution} />
          <div className="st-reveal-side">
            {Names !== undefined && <Names {...{ question, revelation, distribution }} />}
            {!isSide && <StagePictures media={question.media} />}
            <Explanation revelation={revelation} isWhole={step.isExplanationWhole} />
          </div>
        </div>
      </div>
    </StageFrame>
  );
}

function layoutOf(lines: number, isExplained: boolean): string {
  if (lines > ONE_COLUMN) return 'is-stacked';
  return isExplained ? '' : 'is-bare';
}
