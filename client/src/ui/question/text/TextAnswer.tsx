import { Fragment } from 'react';
import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../BreakText';
import { AnswerLine } from '../AnswerLine';
import type { AnswerProps } from '../input-props';
import { words } from '../words';
import { partWords } from '../words-parts';
import { circled } from './stem-parts';
import './text.css';
import { filledBlanks } from './writing';

/** Blank by blank what belongs in it, other writings that count, and what was written. */
export function TextAnswer({ revelation, choice, verdict = null }: AnswerProps) {
  const t = useWords(partWords);
  const s = useWords(words);
  const { key } = revelation;
  if (key.kind !== 'text') return null;
  const own = choice?.kind === 'text' ? choice.blanks : null;
  return (
    <>
      <ul>
        {filledBlanks(own ?? [], key.blanks, key.anyOrder).map(({ accepted, written, ...blank }, index) => {
          const [shown = '', ...others] = accepted;
          const isRight = blank.isRight || verdict === 'right';
          const mark = key.blanks.length > 1 ? <b className="blank-no">{circled(index + 1)}</b> : null;
          return (
            <Fragment key={index}>
              <AnswerLine tone="ok" mark={mark} tag={isRight ? t('filled') : s('rightAnswer')}>
                <BreakText text={shown} />
                {others.length > 0 && <small>{t('alsoRight', { others: others.join(s('separator')) })}</small>}
              </AnswerLine>
              {own !== null && !isRight && (
                <AnswerLine tone="no" mark={mark} tag={written === '' ? '' : t('yourNumber')}>
                  {written === '' ? t('youLeftBlank') : <BreakText text={written} />}
                </AnswerLine>
              )}
            </Fragment>
          );
        })}
      </ul>
      {key.anyOrder && <p className="sm muted any-order">{t('anyOrder')}</p>}
    </>
  );
}
