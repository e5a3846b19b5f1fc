import type { StageCounters, StageView } from '@anquanli/contract/live-stage';
import type { QuestionView } from '@anquanli/contract/question';
import { formatNumber, useWords } from '../../../lib/i18n';
import { StemText } from '../../../ui/question/QuestionStem';
import { kindWords } from '../../../ui/question/kind-words';
import { QUESTION_STEPS, stepAt } from '../model/fit';
import { useFit } from '../model/use-fit';
import { stageWords } from '../words';
import { fitClass, fitStyle, textOf } from './fitting';
import { KINDS } from './kinds';
import { StageClock } from './StageClock';
import { LiveNumber, StageFrame } from './StageFrame';
import { StagePictures } from './StagePicture';

interface QuestionScreenProps {
  view: StageView;
  question: QuestionView;
  counters: StageCounters;
}

/** Question, seconds, answers coming in. After the close the plates hold for a beat. */
export function QuestionScreen({ view, question, counters }: QuestionScreenProps) {
  const t = useWords(stageWords);
  const kindName = useWords(kindWords);
  const { Options, isSide = false } = KINDS[question.kind];
  const pictures = isSide ? [] : question.media;
  const [box, index] = useFit(QUESTION_STEPS.length, textOf(question, t('isTrue')));
  const step = stepAt(QUESTION_STEPS, index);
  const { answered, people } = counters;
  const out = (
    <LiveNumber
      before={t('answered')}
      value={formatNumber(answered)}
      after={t('ofPeople', { people: formatNumber(people) })}
    />
  );
  return (
    <StageFrame
      title={view.title}
      note={t('questionOf', { no: question.questionNo, count: view.questionCount })}
      out={out}
      meter={people === 0 ? 0 : Math.min(1, answered / people)}
    >
      <div className={`${fitClass(step)}${isSide ? ' is-side' : ''}`} style={fitStyle(step)} ref={box}>
        <div className={pictures.length > 0 ? 'st-ask has-pics' : 'st-ask'}>
          <div className="st-ask-words">
            <p className="st-tag">
              <b>{t('questionNo', { no: question.questionNo })}</b>
              <em>{kindName(question.kind)}</em>
            </p>
            <h1 className="st-stem st-words">
              <StemText stem={question.stem ?? ''} kind={question.kind} />
            </h1>
          </div>
          <StagePictures media={pictures} />
          <StageClock question={question} isClosed={view.phase === 'question_closed'} />
        </div>
        <Options question={question} />
      </div>
    </StageFrame>
  );
}
