import type { Choice, OptionView } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { letterOf } from '../../../ui/Glyph';
import { Icon } from '../../../ui/Icon';
import { Marked } from '../../../ui/Marked';
import type { ReviewItem } from '../model/review';
import { idsOf, optionsOf } from '../model/selection';
import { words } from '../words';
import { AnswerList, Explanation } from './AnswerList';

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
          <BreakText text={question.stem ?? t('questionNo', { no: question.questionNo })} />
          {!isOpen && <Outcome item={item} />}
        </span>
        <Icon name="go" className={isOpen ? 'go down' : 'go'} />
      </button>
      {isOpen && (
        <div className="rev-body why">
          {isVoid && <p className="muted sm">{t('wasVoid')}</p>}
          <AnswerList question={question} revelation={revelation} choice={choice} />
          <Explanation revelation={revelation} />
        </div>
      )}
    </li>
  );
}

function Outcome({ item: { question, revelation, choice, verdict } }: { item: ReviewItem }) {
  const t = useWords(words);
  const options = optionsOf(question, { yes: t('yes'), no: t('no') });
  if (verdict === 'void' || verdict === 'skipped') return <small>{t('wasVoid')}</small>;
  const keyIds = idsOf(revelation.key);
  const answer = options
    .map(({ id, text }, index) =>
      keyIds.includes(id) ? `${letterOf(index)}${keyIds.length === 1 ? ` ${text ?? ''}` : ''}` : '',
    )
    .join('');
  const own = choice === null ? t('youChoseNothing') : t('youChose', { letters: lettersOf(choice, options) });
  return (
    <small>
      <Marked text={t('rightIs', { answer })} />
      {verdict !== 'right' && <span className="own">{own}</span>}
    </small>
  );
}

function lettersOf(choice: Choice, options: readonly OptionView[]): string {
  const ids = idsOf(choice);
  return options.map(({ id }, index) => (ids.includes(id) ? letterOf(index) : '')).join('');
}
