import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../BreakText';
import { Glyph, identityOf, letterOf } from '../../Glyph';
import { AnswerLine } from '../AnswerLine';
import type { AnswerProps } from '../input-props';
import { partWords } from '../words-parts';
import './ordering.css';

/** The right order, numbered; each item says where the own answer had it. */
export function OrderingAnswer({ question, revelation, choice }: AnswerProps) {
  const t = useWords(partWords);
  const { key } = revelation;
  if (key.kind !== 'ordering') return null;
  const own = choice?.kind === 'ordering' ? choice.order : null;
  return (
    <ol>
      {key.order.map((id, place) => {
        const index = question.options.findIndex((option) => option.id === id);
        const ownPlace = own === null ? -1 : own.indexOf(id);
        const isRight = own === null || ownPlace === place;
        return (
          <AnswerLine
            key={id}
            tone={isRight ? 'ok' : 'no'}
            tag={
              own === null
                ? t('placeNo', { place: place + 1 })
                : isRight
                  ? t('ordered')
                  : t('yourPlace', { place: ownPlace + 1 })
            }
            identity={identityOf(index)}
            mark={
              <>
                <b className="ord-n" aria-hidden="true">
                  {place + 1}
                </b>
                <Glyph index={index} />
              </>
            }
          >
            <span className="vh">{letterOf(index)} </span>
            <BreakText text={question.options[index]?.text ?? ''} />
          </AnswerLine>
        );
      })}
    </ol>
  );
}
