import { useCallback, useMemo, useState, type CSSProperties } from 'react';
import { Link } from 'wouter';
import { contestDeskRoutes, type ContestUnitLine } from '@anquanli/contract/contest-desk';
import { call } from '../../lib/api-client';
import { rateText } from '../../lib/figures';
import { formatNumber, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Toggle } from '../../ui/desk/Choices';
import { Card } from '../../ui/desk/Card';
import { Icon } from '../../ui/Icon';
import { StateCard } from '../../ui/StateCard';
import { DeskReading } from './components/DeskReading';
import { shownUnits, UNIT_COLUMNS, type UnitColumn, type UnitSort } from './model/unit-lines';
import { words } from './words';

/** Lines drawn at once. */
const LINES = 400;

/** Every unit of the contest with its figures: a tree that can be sorted. */
export function UnitsTab({ contestId }: { contestId: string }) {
  const t = useWords(words);
  const load = useCallback(() => call(contestDeskRoutes.units, { params: { contestId } }), [contestId]);
  const { value, failure, reload } = useLoaded<{ units: ContestUnitLine[] }>(load);
  const [search, setSearch] = useState('');
  const [onlyNobody, setOnlyNobody] = useState(false);
  const [sort, setSort] = useState<UnitSort | null>(null);
  const lines = useMemo(
    () => shownUnits(value?.units ?? [], { search, onlyNobody, sort }),
    [value, search, onlyNobody, sort],
  );
  if (value === null) return <DeskReading failure={failure} onRetry={reload} />;
  const turn = (column: UnitColumn) =>
    setSort((before) => ({ column, isDown: before?.column === column ? !before.isDown : true }));
  return (
    <Card>
      <div className="cd-search">
        <input
          className="dk-input"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Toggle label={t('onlyNobody')} isOn={onlyNobody} onChange={setOnlyNobody} />
      </div>
      {lines.length === 0 ? (
        <StateCard title={t('noUnits')} help={t('noUnitsHelp')} />
      ) : (
        <div className="cd-scroll" tabIndex={0} role="region" aria-label={t('tab_units')}>
          <table className="dk-table">
            <thead>
              <tr>
                <th scope="col">{t('unit')}</th>
                {UNIT_COLUMNS.map((column) => (
                  <SortHead key={column} column={column} sort={sort} onTurn={turn} />
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, LINES).map(({ unit, depth }) => (
                <UnitRow key={unit.unitId} contestId={contestId} unit={unit} depth={depth} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {lines.length > LINES && (
        <p className="dk-quiet">{t('shownOf', { shown: LINES, all: formatNumber(lines.length) })}</p>
      )}
    </Card>
  );
}

interface SortHeadProps {
  column: UnitColumn;
  sort: UnitSort | null;
  onTurn(column: UnitColumn): void;
}

function SortHead({ column, sort, onTurn }: SortHeadProps) {
  const t = useWords(words);
  const isOurs = sort?.column === column;
  const direction = !isOurs ? 'none' : sort.isDown ? 'descending' : 'ascending';
  return (
    <th scope="col" className="dk-r" aria-sort={direction}>
      <button
        type="button"
        className="cd-sort"
        title={t('sortBy', { column: t(column) })}
        onClick={() => onTurn(column)}
      >
        {t(column)}
        {isOurs && <Icon name={sort.isDown ? 'down' : 'up'} />}
      </button>
    </th>
  );
}

function UnitRow({ contestId, unit, depth }: { contestId: string; unit: ContestUnitLine; depth: number }) {
  const t = useWords(words);
  const { rate, headCount, mean } = unit;
  return (
    <tr>
      <th scope="row" className="cd-unit" style={{ '--depth': depth } as CSSProperties}>
        <Link href={`/desk/contests/${contestId}/people?unit=${unit.unitId}`}>{unit.name}</Link>
      </th>
      <td className="dk-r num">{formatNumber(unit.people)}</td>
      <td className="dk-r num">{headCount === null ? t('missing') : formatNumber(headCount)}</td>
      <td className="dk-r num">
        {rateText(rate)}
        {rate !== null && rate > 1 && (
          <>
            {' '}
            <span className="dk-tag">{t('above')}</span>
          </>
        )}
      </td>
      <td className="dk-r num">{formatNumber(unit.week)}</td>
      <td className="dk-r num">{formatNumber(unit.registered)}</td>
      <td className="dk-r num">{formatNumber(unit.attempts)}</td>
      <td className="dk-r num">{formatNumber(unit.points)}</td>
      <td className="dk-r num">{mean === null ? '–' : formatNumber(mean, 2)}</td>
    </tr>
  );
}
