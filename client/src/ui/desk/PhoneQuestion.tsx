import type { Citation, Key } from '@anquanli/contract/question';
import { Plate } from '../Plate';
import type { Asked } from '../question/asked';
import { AnswerInput } from '../question/AnswerInput';
import { AnswerList } from '../question/AnswerList';
import { Explanation } from '../question/Explanation';
import { QuestionStem, StemPictures, StemText } from '../question/QuestionStem';
import type { Selection } from '../question/selection';

interface PhoneAskedProps {
  question: Asked;
  selection: Selection | null;
  isFixed?: boolean;
  onChange?(next: Selection): void;
  onSubmit?(): void;
}

const nothing = () => undefined;

/** A question while it is asked, in the phone's own components. */
export function PhoneAsked({
  question,
  isFixed = false,
  onChange = nothing,
  onSubmit = nothing,
  ...rest
}: PhoneAskedProps) {
  return (
    <div className="main ask">
      <QuestionStem question={question} isFixed={isFixed} />
      <AnswerInput question={question} isFixed={isFixed} onChange={onChange} onSubmit={onSubmit} {...rest} />
    </div>
  );
}

interface PhoneRevealProps {
  question: Asked;
  /** null while there is none yet. */
  answer: Key | null;
  explanation: string;
  citations: Citation[];
  words: { readonly why: string; readonly noAnswer: string };
}

/** The same at the reveal. */
export function PhoneReveal({ question, answer, explanation, citations, words }: PhoneRevealProps) {
  return (
    <div className="main">
      <Plate>
        <p className="sm muted q-again">
          <StemText stem={question.stem ?? ''} kind={question.kind} />
        </p>
        <StemPictures question={question} />
        {answer === null ? (
          <p className="muted">{words.noAnswer}</p>
        ) : (
          <AnswerList question={question} revelation={{ key: answer }} choice={null} />
        )}
      </Plate>
      <Plate className="why">
        <h2>{words.why}</h2>
        <Explanation revelation={{ explanation, citations }} />
      </Plate>
    </div>
  );
}
