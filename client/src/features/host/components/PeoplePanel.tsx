import { useState } from 'react';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { peopleWords } from '../words-people';
import { ClaimsNotice } from './ClaimsNotice';
import type { ConsolePart } from './console-part';
import { PeopleList } from './PeopleList';
import type { GiveOrder } from './use-give-order';
import { usePeople, type PeopleFilter } from './use-people';

const FILTERS: readonly PeopleFilter[] = ['all', 'online', 'away', 'unanswered', 'removed'];

/** Who is here: three figures, a filter and a search, and a page of people. */
export function PeoplePanel({ run, shared, give }: ConsolePart & { give: GiveOrder }) {
  const t = useWords(peopleWords);
  const [filter, setFilter] = useState<PeopleFilter>('all');
  const [search, setSearch] = useState('');
  const [offset, setOffset] = useState(0);
  const people = usePeople(run, filter, search.trim(), offset);
  const { counters } = run;
  const total = counters?.people ?? 0;
  return (
    <Card
      className="dk-people-card"
      title={t('title')}
      aside={<span className="dk-total">{t('total', { count: formatNumber(total) })}</span>}
    >
      <div className="dk-people-figures">
        <Figure label={t('online')} value={counters?.online ?? 0} />
        <Figure label={t('away')} value={Math.max(0, total - (counters?.online ?? 0))} />
        <Figure label={t('answered')} value={counters?.answered ?? 0} />
      </div>
      <ClaimsNotice run={run} />
      <div className="dk-people-search">
        <select
          className="dk-input"
          aria-label={t('filterLabel')}
          value={filter}
          onChange={(event) => {
            const next = FILTERS.find((each) => each === event.target.value);
            if (next !== undefined) setFilter(next);
            setOffset(0);
          }}
        >
          {FILTERS.map((each) => (
            <option key={each} value={each}>
              {t(`filter_${each}`)}
            </option>
          ))}
        </select>
        <input
          className="dk-input"
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={40}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setOffset(0);
          }}
        />
      </div>
      <PeopleList
        run={run}
        give={give}
        phase={shared.view.phase}
        people={people}
        isFiltered={filter !== 'all' || search.trim() !== ''}
        offset={offset}
        onPage={setOffset}
      />
    </Card>
  );
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <b className="num">{formatNumber(value)}</b>
      <span>{label}</span>
    </div>
  );
}
