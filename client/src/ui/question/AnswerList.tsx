import { useWords } from '../../lib/i18n';
import { BreakText } from '../BreakText';
import { Glyph, identityOf, letterOf } from '../Glyph';
import { optionsOf } from './asked';
import { AnswerLine } from './AnswerLine';
import { answerMark, type AnswerMark } from './answer-mark';
import type { AnswerProps } from './input-props';
import { lateParts } from './late-parts';
import { Picture } from './picture/Picture';
import { words } from './words';

const TAGS = {
  right: 'rightAnswer',
  chosen_right: 'youWereRight',
  missed: 'youMissed',
  chosen_wrong: 'yourChoice',
} as const satisfies Record<AnswerMark, string>;

/** The right answer to a question of any kind, and the own one beside it. */
export function AnswerList(props: AnswerProps) {
  switch (props.question.kind) {
    case 'single':
    case 'multiple':
    case 'boolean':
      return <OptionAnswers {...props} />;
    case 'ordering':
    case 'numeric':
    case 'text':
    case 'hotspot':
      return <LateAnswers {...props} kind={props.question.kind} />;
  }
}

function LateAnswers({ kind, ...props }: AnswerProps & { kind: 'ordering' | 'numeric' | 'text' | 'hotspot' }) {
  const { part: parts } = lateParts.use();
  if (parts === null) return null;
  const Answer = parts.answers[kind];
  return <Answer {...props} />;
}

/** The right options with their letters, and the wrong ones that were chosen. */
function OptionAnswers({ question, revelation, choice }: AnswerProps) {
  const t = useWords(words);
  return (
    <ul>
      {optionsOf(question, { yes: t('yes'), no: t('no') }).map(({ id, text, media }, index) => {
        const mark = answerMark(id, revelation.key, choice);
        return (
          mark !== null && (
            <AnswerLine
              key={id}
              tone={mark === 'chosen_wrong' ? 'no' : 'ok'}
              tag={t(TAGS[mark])}
              mark={<Glyph index={index} />}
              identity={identityOf(index)}
            >
              <span className="vh">{letterOf(index)} </span>
              {media !== undefined && <Picture media={media} isInWords={text !== null} />}
              {text !== null && <BreakText text={text} />}
            </AnswerLine>
          )
        );
      })}
    </ul>
  );
}
