import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { Glyph, identityOf, letterOf } from '../../../ui/Glyph';
import { Icon } from '../../../ui/Icon';
import { OptionButton } from '../../../ui/OptionButton';
import type { ImportQuestion } from '../model/import-types';
import { phoneOptions, phoneAnswer } from '../model/phone-question';
import { common } from '../words-common';
import { rowsWords } from '../words-rows';

interface PhoneQuestionProps {
  question: ImportQuestion;
  number: number;
  isTelling: boolean;
  sourceTitle(id: string): string;
}

/** The screen of a phone with one question. */
export function PhoneQuestion({ question, isTelling, sourceTitle }: PhoneQuestionProps) {
  const t = useWords(rowsWords);
  const c = useWords(common);
  const options = phoneOptions(question, { yes: c('isTrue'), no: c('isFalse') });
  const answer = phoneAnswer(question);
  const isMultiple = question.type === 'multiple';
  return (
    <div className="main ask">
      <div className="q">
        <p className="kind">{c(`kind_${question.type}`)}</p>
        <h4 className="stem">
          <BreakText text={question.stem} />
        </h4>
      </div>
      {!isTelling && options.length > 0 && (
        <ol className="opts">
          {options.map(({ id, text, isRight }, index) => (
            <li key={id}>
              <OptionButton
                index={index}
                text={text}
                isMultiple={isMultiple}
                isSelected={isRight}
                onPress={() => undefined}
              />
            </li>
          ))}
        </ol>
      )}
      {isTelling &&
        options.map(
          ({ id, text, isRight }, index) =>
            isRight && (
              <div key={id} className={`ans ok ${identityOf(index)}`}>
                <Glyph index={index} />
                <span>
                  <span className="vh">{letterOf(index)} </span>
                  <BreakText text={text} />
                </span>
                <span className="tag">
                  <Icon name="tick" />
                  {t('right')}
                </span>
              </div>
            ),
        )}
      {answer !== null && (
        <p className="ans ok">
          <span>{answer}</span>
          <span className="tag">
            <Icon name="tick" />
            {t('right')}
          </span>
        </p>
      )}
      {isTelling && (
        <div className="plate why">
          <p>
            {question.explanation === undefined ? (
              <span className="muted">{t('noExplanation')}</span>
            ) : (
              <BreakText text={question.explanation} />
            )}
          </p>
          {question.citations.length > 0 && (
            <p className="cite">
              <Icon name="book" />
              <span>
                {question.citations
                  .map(({ source, locator }) => [sourceTitle(source), locator].filter(Boolean).join(' '))
                  .join('；')}
              </span>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
