import { useMemo, useState, type CSSProperties } from 'react';
import type { Unit } from '@anquanli/contract/units';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { StateCard } from '../../../ui/StateCard';
import { openUnits, peopleWithin, TREE_FILTERS, treeLines, type TreeFilter } from '../model/tree-lines';
import { words } from '../words';

interface UnitTreeListProps {
  units: readonly Unit[];
  chosen: string | null;
  onChoose(id: string): void;
}

/** Lines drawn at once; more come by opening, searching, or the foot of the list. */
const LINES = 300;

export function UnitTreeList({ units, chosen, onChoose }: UnitTreeListProps) {
  const t = useWords(words);
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<TreeFilter>('all');
  // Small trees are open, large ones at their top; a fold turns that round.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const open = useMemo(() => openUnits(units, turned), [units, turned]);
  const lines = useMemo(() => treeLines(units, { search, filter, open }), [units, search, filter, open]);
  const people = useMemo(() => peopleWithin(units), [units]);
  const toggle = (id: string) =>
    setTurned((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));

  return (
    <>
      <div className="un-search">
        <input
          className="dk-input"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <select
          className="dk-input"
          aria-label={t('filter_all')}
          value={filter}
          onChange={(event) => setFilter(event.target.value as TreeFilter)}
        >
          {TREE_FILTERS.map((each) => (
            <option key={each} value={each}>
              {t(`filter_${each}`)}
            </option>
          ))}
        </select>
      </div>
      {lines.length === 0 && (
        <StateCard
          title={t(units.length === 0 ? 'empty' : 'none')}
          help={t(units.length === 0 ? 'emptyHelp' : 'noneHelp')}
        />
      )}
      <ul className="un-tree">
        {lines.slice(0, LINES).map(({ unit, depth, hasChildren }) => (
          <li
            key={unit.id}
            style={{ '--depth': depth } as CSSProperties}
            className={unit.id === chosen ? 'on' : undefined}
          >
            {hasChildren ? (
              <button
                type="button"
                className="un-fold"
                aria-expanded={open.has(unit.id)}
                aria-label={t(open.has(unit.id) ? 'close' : 'open', { name: unit.name })}
                onClick={() => toggle(unit.id)}
              >
                <Icon name={open.has(unit.id) ? 'down' : 'go'} />
              </button>
            ) : (
              <span className="un-fold" />
            )}
            <button
              type="button"
              className="un-name"
              aria-pressed={unit.id === chosen}
              onClick={() => onChoose(unit.id)}
            >
              <b>{unit.name}</b>
              <small>{t(`kind_${unit.kind}`)}</small>
              {unit.status !== 'active' && <span className="dk-tag">{t(`status_${unit.status}`)}</span>}
              {unit.waiting > 0 && <span className="dk-tag">{t('waitingOf', { count: unit.waiting })}</span>}
              {unit.isOverfull && <Icon name="warning" />}
            </button>
            <span className="un-count">{formatNumber(people.get(unit.id) ?? 0)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
