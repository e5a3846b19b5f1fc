import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import type { Question } from '../model/bank-types';
import { common } from '../words-common';
import { factsWords } from '../words-facts';

/** The right answer of the kinds that have no options to mark. */
export function KeyFacts({ question }: { question: Question }) {
  const t = useWords(factsWords);
  const lines = useKeyLines(question);
  if (lines.length === 0) return null;
  const Tag = question.type === 'ordering' ? 'ol' : 'ul';
  return (
    <>
      <h3>{t(question.type === 'ordering' ? 'rightOrder' : 'rightAnswer')}</h3>
      <Tag className="bk-facts-key">
        {lines.map(({ text, isRight }, index) => (
          <li key={index} className={isRight ? 'right' : undefined}>
            <Icon name={isRight ? 'tick' : 'cross'} />
            {text}
            {!isRight && <small>{t('decoy')}</small>}
          </li>
        ))}
      </Tag>
    </>
  );
}

function useKeyLines(question: Question): { text: string; isRight: boolean }[] {
  const c = useWords(common);
  const right = (text: string) => ({ text, isRight: true });
  switch (question.type) {
    case 'single':
    case 'multiple':
      return [];
    case 'boolean':
      return [right(c(question.answer.value ? 'isTrue' : 'isFalse'))];
    case 'ordering':
      return question.answer.order.map((id) => right(question.options.find((each) => each.id === id)?.text ?? id));
    case 'numeric': {
      const { accept, unit = '' } = question.answer;
      return accept.map(({ min, max }) => right(`${min === max ? min : `${min} – ${max}`} ${unit}`.trim()));
    }
    case 'text':
      return question.answer.blanks.map(({ accept }) => right(accept.join(' / ')));
    case 'hotspot': {
      const { regions, decoys = [] } = question.answer;
      return [
        ...regions.map(({ label }) => right(label)),
        ...decoys.map(({ label }) => ({ text: label, isRight: false })),
      ];
    }
  }
}
