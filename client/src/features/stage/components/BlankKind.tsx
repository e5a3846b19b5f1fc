import { formatNumber, useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { Icon } from '../../../ui/Icon';
import { formOf } from '../../../ui/question/asked';
import { circled } from '../../../ui/question/text/stem-parts';
import { percentOf } from '../model/bars';
import { useCountUp } from '../model/use-count-up';
import { stageWords } from '../words';
import type { BarsProps, OptionsProps } from './kind-view';
import { WayToAnswer } from './WayToAnswer';

/** The blanks as fields to be filled in on the phones. */
export function BlankPlates({ question }: OptionsProps) {
  const { blanks } = formOf(question, 'text');
  return (
    <>
      <WayToAnswer icon="pencil" text="blankOnPhone" />
      <ol className={`st-blanks is-${Math.min(blanks, 3)}`} aria-hidden="true">
        {Array.from({ length: blanks }, (_, index) => (
          <li key={index}>
            {blanks > 1 && <b>{circled(index + 1)}</b>}
            <i />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What belongs in each blank, large, with how much of the hall filled it rightly. */
export function BlankBars({ revelation, distribution }: BarsProps) {
  const { key, voidReason } = revelation;
  if (key.kind !== 'text') return null;
  return (
    <ol className={`st-bars ${key.blanks.length < 3 ? 'has-few' : key.blanks.length > 4 ? 'has-many' : ''}`}>
      {key.blanks.map(([shown = '', ...others], index) => {
        const count = distribution.choices.find(({ id }) => id === String(index + 1))?.count ?? 0;
        const share = distribution.answered === 0 ? 0 : Math.min(1, count / distribution.answered);
        const no = key.blanks.length > 1 ? circled(index + 1) : null;
        return <BlankRow key={index} {...{ no, shown, others, count, share }} isVoid={voidReason !== null} />;
      })}
    </ol>
  );
}

interface BlankRowProps {
  no: string | null;
  shown: string;
  others: readonly string[];
  count: number;
  share: number;
  isVoid: boolean;
}

function BlankRow({ no, shown, others, count, share, isVoid }: BlankRowProps) {
  const t = useWords(stageWords);
  const percent = percentOf(share);
  const told = t('chosenBy', { count: formatNumber(count) });
  return (
    <li className={isVoid ? 'st-bar' : 'st-bar is-right'}>
      <i className="st-fill" style={{ width: `${share * 100}%` }} />
      {!isVoid && (
        <span className="st-tick">
          <Icon name="tick" />
          <span className="vh">{t('rightAnswer')}</span>
        </span>
      )}
      {no !== null && <b className="st-place">{no}</b>}
      <span className="st-words" data-fit="width">
        <BreakText text={shown} />
        {others.length > 0 && <small>{t('alsoRight', { others: others.join(t('separator')) })}</small>}
      </span>
      <span className="vh">{`${percent}%, ${told}`}</span>
      <span className="st-value" aria-hidden="true">
        <b>{useCountUp(percent)}%</b>
        {told}
      </span>
    </li>
  );
}
