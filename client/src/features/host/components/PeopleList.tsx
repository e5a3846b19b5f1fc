import { useRef } from 'react';
import type { Phase } from '@anquanli/contract/vocabulary';
import { formatNumber, useWords } from '../../../lib/i18n';
import { useServerNow } from '../../../lib/server-clock';
import { Icon } from '../../../ui/Icon';
import { peopleWords } from '../words-people';
import { PersonLine } from './PersonLine';
import type { GiveOrder } from './use-give-order';
import type { People } from './use-people';
import type { Run } from './use-run';

interface PeopleListProps {
  run: Run;
  give: GiveOrder;
  phase: Phase;
  people: People;
  isFiltered: boolean;
  offset: number;
  onPage(offset: number): void;
}

export function PeopleList({ run, give, phase, people, isFiltered, offset, onPage }: PeopleListProps) {
  const t = useWords(peopleWords);
  const now = useServerNow(1_000);
  const { rows, matching, hasFailed } = people;
  if (rows === null) return <p className="dk-quiet">{t(hasFailed ? 'failed' : 'loading')}</p>;
  if (rows.length === 0 && offset === 0) {
    return (
      <div className="dk-empty">
        <b>{t(isFiltered ? 'empty_other' : 'empty_all')}</b>
        <p>{t(isFiltered ? 'emptyHelp_other' : 'emptyHelp_all')}</p>
      </div>
    );
  }
  return (
    <>
      {hasFailed && <p className="dk-quiet">{t('failed')}</p>}
      <ul className="dk-people" tabIndex={0} aria-label={t('title')}>
        {rows.map((person) => (
          <PersonLine
            key={person.seatNo}
            person={person}
            phase={phase}
            now={now}
            run={run}
            give={give}
            onChanged={people.refresh}
          />
        ))}
      </ul>
      <Pages offset={offset} shown={rows.length} matching={matching} onPage={onPage} />
    </>
  );
}

interface PagesProps {
  offset: number;
  shown: number;
  matching: number;
  onPage(offset: number): void;
}

/** The server decides how many rows a page has; a full first page tells how far to step. */
function Pages({ offset, shown, matching, onPage }: PagesProps) {
  const t = useWords(peopleWords);
  const step = useRef(shown);
  if (offset === 0 || shown > step.current) step.current = shown;
  if (matching <= shown && offset === 0) return null;
  const hasNext = offset + shown < matching;
  return (
    <p className="dk-pages">
      <button
        type="button"
        className="dk-small"
        aria-label={t('previous')}
        disabled={offset === 0}
        onClick={() => onPage(Math.max(0, offset - step.current))}
      >
        <Icon name="back" />
      </button>
      <span>
        {t('page', { from: formatNumber(offset + 1), to: formatNumber(offset + shown) })} / {formatNumber(matching)}
      </span>
      <button
        type="button"
        className="dk-small"
        aria-label={t('nextPage')}
        disabled={!hasNext}
        onClick={() => onPage(offset + shown)}
      >
        <Icon name="go" />
      </button>
    </p>
  );
}
