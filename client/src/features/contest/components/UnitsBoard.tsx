import { useState } from 'react';
import { contestRoutes, type ContestHome, type UnitStanding } from '@anquanli/contract/contest';
import { UNIT_MEASURES, type UnitMeasure } from '@anquanli/contract/vocabulary';
import { call } from '../../../lib/api-client';
import { formatNumber, useWords, type Translate } from '../../../lib/i18n';
import { Button } from '../../../ui/Button';
import { StateCard } from '../../../ui/StateCard';
import { rateText } from '../../../lib/figures';
import { usePages } from '../model/use-pages';
import { words } from '../words';

type GroupBoard = 'units' | 'regions' | 'sectors';

/** Units, regions or sectors in order of what was chosen, with the formula of the fair index. */
export function UnitsBoard({ token, home, board }: { token: string; home: ContestHome; board: GroupBoard }) {
  const t = useWords(words);
  const [measure, setMeasure] = useState<UnitMeasure>('index');
  const { contestId } = home;
  const pages = usePages(`${contestId} ${board} ${measure}`, (offset) =>
    call(contestRoutes.unitBoard, {
      ...{ params: { contestId, board }, query: { measure, offset: String(offset) }, token },
    }),
  );
  const last = pages.pages[pages.pages.length - 1];
  const rows = pages.pages.flatMap((page) => page.rows);
  return (
    <>
      <div className="measure">
        <label htmlFor="measure">{t('measure')}</label>
        <select id="measure" value={measure} onChange={(event) => setMeasure(event.target.value as UnitMeasure)}>
          {UNIT_MEASURES.map((each) => (
            <option key={each} value={each}>
              {t(`measure_${each}`)}
            </option>
          ))}
        </select>
      </div>
      {last === undefined ? (
        <StateCard isLoading title={t('loading')} />
      ) : rows.length === 0 ? (
        <StateCard title={t('boardEmpty')} help={t('boardEmptyHelp')} />
      ) : (
        <>
          <ol className="board">
            {rows.map((row) => (
              <Row key={row.unitId ?? row.name} row={row} measure={measure} board={board} />
            ))}
          </ol>
          {last.mine !== null && !rows.some(({ isMine }) => isMine) && (
            <ol className="board">
              <Row row={last.mine} measure={measure} board={board} />
            </ol>
          )}
          {rows.length < last.total && (
            <Button kind="text" disabled={pages.isReading} onClick={pages.more}>
              {t('more')}
            </Button>
          )}
          <details className="plate formula">
            <summary>{t('formula')}</summary>
            <p>{t('formulaText', { mean: last.contestMean.toFixed(2) })}</p>
          </details>
        </>
      )}
    </>
  );
}

function Row({ row, measure, board }: { row: UnitStanding; measure: UnitMeasure; board: GroupBoard }) {
  const t = useWords(words);
  return (
    <li className={`crow${row.isMine ? ' me' : ''}`}>
      <b>{formatNumber(row.place)}</b>
      <span className="who">
        {row.name}
        <small>
          {t('people', { people: formatNumber(row.people) })}
          {board !== 'units' && ` · ${t('unitsRated', { rated: row.ratedUnits, units: row.units })}`}
        </small>
      </span>
      <span className="val">
        {valueOf(t, row, measure)}
        <small>{measure === 'rate' ? noteOf(t, row) : row.rate === null ? t('missing') : rateText(row.rate)}</small>
      </span>
    </li>
  );
}

type T = Translate<(typeof words)['zh']>;

function valueOf(t: T, row: UnitStanding, measure: UnitMeasure): string {
  switch (measure) {
    case 'index':
      return row.index.toFixed(2);
    case 'rate':
      return row.rate === null ? '–' : rateText(row.rate);
    case 'mean':
      return row.mean.toFixed(2);
    case 'points':
      return t('pointsCount', { points: formatNumber(row.points) });
    case 'best_ten':
      return t('pointsCount', { points: formatNumber(row.bestTen) });
  }
}

function noteOf(t: T, { rate, people, headCount }: UnitStanding): string {
  if (rate === null || headCount === null) return t('missing');
  return rate > 1 ? t('aboveAll') : `${formatNumber(people)} / ${formatNumber(headCount)}`;
}
