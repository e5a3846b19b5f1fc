import type { Key } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { AnswerLine } from '../AnswerLine';
import type { AnswerProps } from '../input-props';
import { words } from '../words';
import { partWords } from '../words-parts';

/** The right number or range with its unit, and the own one. */
export function NumericAnswer({ revelation, choice }: AnswerProps) {
  const t = useWords(partWords);
  const s = useWords(words);
  const { key } = revelation;
  if (key.kind !== 'numeric') return null;
  const own = choice?.kind === 'numeric' ? choice.value : null;
  const isRight = own !== null && key.accept.some(({ min, max }) => own >= min && own <= max);
  const unit = key.unit === null ? '' : ` ${key.unit}`;
  const range = ({ min, max }: RangeOf) =>
    min === max ? String(min) : t('rangeFromTo', { from: String(min), to: String(max) });
  return (
    <ul>
      <AnswerLine tone="ok" tag={isRight ? t('filled') : s('rightAnswer')}>
        <b className="big-answer">{key.accept.map(range).join(` ${t('orAlso')} `) + unit}</b>
      </AnswerLine>
      {own !== null && !(isRight && isOnlyOne(key.accept)) && (
        <AnswerLine tone={isRight ? 'ok' : 'no'} tag={t('yourNumber')}>
          <b className="big-answer">{`${own}${unit}`}</b>
        </AnswerLine>
      )}
    </ul>
  );
}

type RangeOf = Extract<Key, { kind: 'numeric' }>['accept'][number];

/** A single number was met exactly: saying it twice would say nothing. */
function isOnlyOne(accept: readonly RangeOf[]): boolean {
  return accept.length === 1 && accept.every(({ min, max }) => min === max);
}
