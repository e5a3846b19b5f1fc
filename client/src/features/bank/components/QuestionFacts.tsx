import type { BankMedia } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Glyph, identityOf } from '../../../ui/Glyph';
import { Icon } from '../../../ui/Icon';
import type { Question } from '../model/bank-types';
import { common } from '../words-common';
import { factsWords } from '../words-facts';
import { KeyFacts } from './KeyFacts';
import { Thumb } from './Thumb';
import type { Registry } from './use-registry';

interface QuestionFactsProps {
  question: Question;
  registry: Registry;
  media: readonly BankMedia[];
  /** Ids of the options in the order to show them; without it as the question has them. */
  order?: readonly string[];
}

/** A question whole, with its key, to be read. */
export function QuestionFacts({ question, registry, media, order }: QuestionFactsProps) {
  const t = useWords(factsWords);
  return (
    <div className="bk-facts">
      <p className="bk-facts-stem">{question.stem}</p>
      {(question.media ?? []).map((id) => (
        <Thumb key={id} id={id} media={media.find((each) => each.id === id) ?? null} />
      ))}
      {'options' in question && <OptionFacts question={question} {...(order === undefined ? {} : { order })} />}
      <KeyFacts question={question} />
      <h3>{t('explanation')}</h3>
      <p className="bk-facts-why">{question.explanation ?? t('noExplanation')}</p>
      <h3>{t('sources')}</h3>
      <CitationFacts question={question} registry={registry} />
    </div>
  );
}

type OptionFactsProps = { question: Extract<Question, { options: unknown }>; order?: readonly string[] };

/** Options as they stand; the right ones with tick and word. */
function OptionFacts({ question, order }: OptionFactsProps) {
  const t = useWords(factsWords);
  const right =
    question.type === 'single' ? [question.answer.option] : question.type === 'multiple' ? question.answer.options : [];
  const options = order === undefined ? question.options : ordered(question.options, order);
  return (
    <ul className="bk-facts-options">
      {options.map(({ id, text, feedback }, index) => (
        <li key={id} className={`${identityOf(index)}${right.includes(id) ? ' right' : ''}`}>
          <Glyph index={index} />
          <span>
            {text}
            {feedback !== undefined && <small>{feedback}</small>}
          </span>
          {right.includes(id) && (
            <b className="dk-right-mark">
              <Icon name="tick" />
              {t('right')}
            </b>
          )}
        </li>
      ))}
    </ul>
  );
}

export function CitationFacts({ question, registry }: { question: Question; registry: Registry }) {
  const t = useWords(factsWords);
  const c = useWords(common);
  if (question.citations.length === 0) return <p className="muted">{t('noSources')}</p>;
  return (
    <ul className="bk-facts-sources">
      {question.citations.map(({ source, locator, checkedOn }, index) => {
        const entry = registry.source(source);
        return (
          <li key={index}>
            <b>{registry.sourceTitle(source)}</b> {locator}
            <small>
              {[entry?.source.number, checkedOn && t('checkedOn', { date: checkedOn })].filter(Boolean).join(' · ')}
            </small>
            {entry?.hasChanged && (
              <span className="dk-st warn">
                <Icon name="warning" />
                {c(`sourceStatus_${entry.source.status}`)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ordered<T extends { id: string }>(options: readonly T[], order: readonly string[]): T[] {
  return [...options].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
