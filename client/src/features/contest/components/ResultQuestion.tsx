import type { AttemptResult, PaperQuestion } from '@anquanli/contract/contest';
import { useWords } from '../../../lib/i18n';
import { Plate } from '../../../ui/Plate';
import { AnswerList } from '../../../ui/question/AnswerList';
import { Explanation } from '../../../ui/question/Explanation';
import { StemPictures, StemText } from '../../../ui/question/QuestionStem';
import { words } from '../words';

interface ResultQuestionProps {
  question: PaperQuestion | undefined;
  line: AttemptResult['lines'][number];
}

/** A question after the end: what is right, what was chosen, and why. */
export function ResultQuestion({ question, line }: ResultQuestionProps) {
  const t = useWords(words);
  if (question === undefined) return null;
  const { revelation, choice, verdict } = line;
  return (
    <Plate className="why result-q">
      <p className="q-stem">
        <span className="vh">{t('paperNo', { no: line.lineNo })} </span>
        <StemText stem={question.stem} kind={question.kind} />
      </p>
      <StemPictures question={question} />
      <AnswerList {...{ question, revelation, choice, verdict }} />
      <Explanation revelation={revelation} />
    </Plate>
  );
}
