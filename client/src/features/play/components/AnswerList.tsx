import type { Choice, QuestionView, Revelation } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { Glyph, identityOf, letterOf } from '../../../ui/Glyph';
import { Icon } from '../../../ui/Icon';
import { sourceLines } from '../model/citations';
import { optionsOf } from '../model/selection';
import { answerMark, type AnswerMark } from '../model/verdict';
import { words } from '../words';

const TAGS = {
  right: 'rightAnswer',
  chosen_right: 'youWereRight',
  missed: 'youMissed',
  chosen_wrong: 'yourChoice',
} as const satisfies Record<AnswerMark, string>;

interface AnswerListProps {
  question: QuestionView;
  revelation: Revelation;
  choice: Choice | null;
}

/** The right options with their letters, and the wrong ones that were chosen. */
export function AnswerList({ question, revelation, choice }: AnswerListProps) {
  const t = useWords(words);
  const options = optionsOf(question, { yes: t('yes'), no: t('no') });
  return (
    <ul>
      {options.map((option, index) => {
        const mark = answerMark(option.id, revelation.key, choice);
        if (mark === null) return null;
        const isWrong = mark === 'chosen_wrong';
        return (
          <li key={option.id} className={`ans ${isWrong ? 'no' : 'ok'} ${identityOf(index)}`}>
            <Glyph index={index} />
            <span className="t">
              <span className="vh">{letterOf(index)} </span>
              {option.text !== null && <BreakText text={option.text} />}
            </span>
            <span className="tag">
              <Icon name={isWrong ? 'cross' : 'tick'} />
              {t(TAGS[mark])}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Why it is so, and what it rests on. */
export function Explanation({ revelation }: { revelation: Revelation }) {
  const t = useWords(words);
  const sources = sourceLines(revelation.citations);
  return (
    <>
      <p>
        <BreakText text={revelation.explanation} />
      </p>
      {sources.length > 0 && (
        <p className="cite">
          <Icon name="book" />
          <span>
            <BreakText text={t('source', { sources: sources.join('；') })} />
          </span>
        </p>
      )}
    </>
  );
}
