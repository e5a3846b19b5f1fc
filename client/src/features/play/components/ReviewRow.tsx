import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { Marked } from '../../../ui/Marked';
import { AnswerList } from '../../../ui/question/AnswerList';
import { Explanation } from '../../../ui/question/Explanation';
import { StemPictures, StemText } from '../../../ui/question/QuestionStem';
import { choiceLine, keyLine } from '../../../ui/question/one-line';
import { words as questionWords } from '../../../ui/question/words';
import type { ReviewItem } from '../model/review';
import { words } from '../words';

interface ReviewRowProps {
  item: ReviewItem;
  isOpen: boolean;
  onToggle(): void;
}

/** One question of the review: folded, its outcome; unfolded, the answers and why. */
export function ReviewRow({ item, isOpen, onToggle }: ReviewRowProps) {
  const t = useWords(words);
  const { question, revelation, choice, verdict } = item;
  const isRight = verdict === 'right';
  const isVoid = verdict === 'void' || verdict === 'skipped';
  return (
    <li className={`rev${isRight ? '' : isVoid ? ' calm' : ' no'}`}>
      <button type="button" className="rev-head" aria-expanded={isOpen} onClick={onToggle}>
        <i className="st">
          <Icon name={isRight ? 'tick' : isVoid ? 'same' : 'cross'} />
        </i>
        <span>
          <span className="vh">{t(isVoid ? 'void' : verdict)} </span>
          <StemText stem={question.stem ?? t('questionNo', { no: question.questionNo })} kind={question.kind} />
          {!isOpen && <Outcome item={item} />}
        </span>
        <Icon name="go" className={isOpen ? 'go down' : 'go'} />
      </button>
      {isOpen && (
        <div className="rev-body why">
          {isVoid && <p className="muted sm">{t('wasVoid')}</p>}
          <StemPictures question={question} />
          <AnswerList {...{ question, revelation, choice, verdict }} />
          <Explanation revelation={revelation} />
        </div>
      )}
    </li>
  );
}

function Outcome({ item: { question, revelation, choice, verdict } }: { item: ReviewItem }) {
  const t = useWords(words);
  const q = useWords(questionWords);
  if (verdict === 'void' || verdict === 'skipped') return <small>{t('wasVoid')}</small>;
  const { key } = revelation;
  const own = choice === null ? null : choiceLine(q, question, choice, key);
  const isLetters = choice?.kind === 'single' || choice?.kind === 'multiple' || choice?.kind === 'boolean';
  return (
    <small>
      <Marked text={q('rightIs', { answer: keyLine(q, question, key) })} />
      {verdict !== 'right' && (
        <span className="own">
          {own === null
            ? q('youChoseNothing')
            : isLetters
              ? q('youChose', { letters: own })
              : q('youPut', { answer: own })}
        </span>
      )}
    </small>
  );
}
