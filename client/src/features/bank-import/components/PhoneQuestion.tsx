import { useMemo } from 'react';
import { useWords } from '../../../lib/i18n';
import { Plate } from '../../../ui/Plate';
import { AnswerInput } from '../../../ui/question/AnswerInput';
import { AnswerList } from '../../../ui/question/AnswerList';
import { Explanation } from '../../../ui/question/Explanation';
import { QuestionStem, StemPictures, StemText } from '../../../ui/question/QuestionStem';
import { selectionOf } from '../../../ui/question/selection';
import { askedOf, citationsOf, keyOf, rightChoice, type Pictures } from '../model/asked';
import type { ImportQuestion } from '../model/import-types';
import { rowsWords } from '../words-rows';

interface PhoneQuestionProps {
  question: ImportQuestion;
  /** At the reveal; else while it is asked, the right answer chosen. */
  isTelling: boolean;
  pictures: Pictures;
  sourceTitle(id: string): string;
}

/** A question in the phone's own components. */
export function PhoneQuestion({ question, isTelling, pictures, sourceTitle }: PhoneQuestionProps) {
  const t = useWords(rowsWords);
  const asked = useMemo(() => askedOf(question, pictures), [question, pictures]);
  const key = useMemo(() => keyOf(question), [question]);
  // Without its picture nothing of a hot-spot can be tapped: its places are listed.
  const isPointless = asked.kind === 'hotspot' && asked.media.length === 0;
  if (!isTelling && !isPointless) {
    return (
      <div className="main ask">
        <QuestionStem question={asked} />
        <AnswerInput
          question={asked}
          selection={selectionOf(rightChoice(key))}
          isFixed={false}
          onChange={() => undefined}
          onSubmit={() => undefined}
        />
      </div>
    );
  }
  return (
    <div className="main">
      <Plate>
        <p className="sm muted q-again">
          <StemText stem={question.stem} kind={asked.kind} />
        </p>
        <StemPictures question={asked} />
        <AnswerList question={asked} revelation={{ key }} choice={null} />
      </Plate>
      <Plate className="why">
        <h2>{t('why')}</h2>
        <Explanation
          revelation={{
            explanation: question.explanation ?? t('noExplanation'),
            citations: citationsOf(question, sourceTitle),
          }}
        />
      </Plate>
    </div>
  );
}
