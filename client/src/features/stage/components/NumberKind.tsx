import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { formOf } from '../../../ui/question/asked';
import { percentOf } from '../model/bars';
import { acceptedText, columnsOf, type Column } from '../model/histogram';
import { stageWords } from '../words';
import type { BarsProps, OptionsProps } from './kind-view';
import { WayToAnswer } from './WayToAnswer';

/** An empty field with its unit, as on the phones. */
export function NumberPlate({ question }: OptionsProps) {
  const { unit } = formOf(question, 'numeric');
  return (
    <>
      <WayToAnswer icon="pencil" text="numberOnPhone" />
      <div className="st-number">
        <b>?</b>
        {unit !== null && <span>{unit}</span>}
      </div>
    </>
  );
}

/** The right number large, and below how often each number was given. */
export function NumberHistogram({ revelation, distribution }: BarsProps) {
  const t = useWords(stageWords);
  const { key, voidReason } = revelation;
  if (key.kind !== 'numeric') return null;
  const columns = columnsOf(key, distribution, voidReason !== null);
  return (
    <div className="st-numbers">
      {voidReason === null && (
        <p className="st-right-plate">
          <span className="st-tick">
            <Icon name="tick" />
            <span className="vh">{t('rightAnswer')}</span>
          </span>
          <b>{acceptedText(key)}</b>
          {key.unit !== null && <span>{key.unit}</span>}
        </p>
      )}
      <ol className="st-columns">
        {columns.map((column) => (
          <ColumnItem key={column.id} column={column} />
        ))}
      </ol>
    </div>
  );
}

function ColumnItem({ column: { id, count, share, height, isRight } }: { column: Column }) {
  const t = useWords(stageWords);
  return (
    <li className={isRight ? 'st-column is-right' : 'st-column'}>
      <span className="st-column-value">
        <b>{formatNumber(count)}</b>
        <small>{percentOf(share)}%</small>
      </span>
      <i style={{ height: `${height * 100}%` }} />
      <span className="st-column-name">
        {isRight && <Icon name="tick" />}
        {id === 'other' ? t('otherNumbers') : id}
      </span>
    </li>
  );
}
