import { useCallback, useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { contestDeskRoutes, type ContestPerson } from '@anquanli/contract/contest-desk';
import { BOARD_PAGE } from '@anquanli/contract/contest';
import { call } from '../../lib/api-client';
import { formatNumber, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { DeskButton } from '../../ui/desk/DeskButton';
import { LineAction } from '../../ui/desk/LineAction';
import { StateCard } from '../../ui/StateCard';
import { AttemptsDrawer } from './components/AttemptsDrawer';
import { DeskReading } from './components/DeskReading';
import { watchWords } from './words-watch';

const PAUSE_MS = 300;

/** People by place; from here to their papers. */
export function PeopleTab({ contestId, mayJudge }: { contestId: string; mayJudge: boolean }) {
  const t = useWords(watchWords);
  const [, navigate] = useLocation();
  const unitId = new URLSearchParams(useSearch()).get('unit') ?? undefined;
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [offset, setOffset] = useState(0);
  const [looked, setLooked] = useState<ContestPerson | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSearch(typed.trim());
      setOffset(0);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const load = useCallback(
    () =>
      call(contestDeskRoutes.people, {
        params: { contestId },
        query: { unitId, search: search || undefined, offset: String(offset) },
      }),
    [contestId, unitId, search, offset],
  );
  const { value, failure, reload } = useLoaded(load);
  return (
    <Card>
      <div className="cd-search">
        <input
          className="dk-input"
          type="search"
          aria-label={t('searchPeople')}
          placeholder={t('searchPeople')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {unitId !== undefined && (
          <DeskButton onClick={() => navigate(`/desk/contests/${contestId}/people`)}>{t('allUnits')}</DeskButton>
        )}
      </div>
      {value === null ? (
        <DeskReading failure={failure} onRetry={reload} />
      ) : value.people.length === 0 ? (
        <StateCard title={t('nobody')} help={t('nobodyHelp')} />
      ) : (
        <>
          <p className="dk-quiet">{t('matching', { count: formatNumber(value.matching) })}</p>
          <PeopleTable people={value.people} onLook={setLooked} />
          <Pages offset={offset} matching={value.matching} onTurn={setOffset} />
        </>
      )}
      <AttemptsDrawer
        contestId={contestId}
        person={looked}
        mayJudge={mayJudge}
        onClose={() => setLooked(null)}
        onJudged={reload}
      />
    </Card>
  );
}

function PeopleTable({ people, onLook }: { people: readonly ContestPerson[]; onLook(person: ContestPerson): void }) {
  const t = useWords(watchWords);
  return (
    <table className="dk-table dk-stacked">
      <thead>
        <tr>
          <th scope="col">{t('place')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('unit')}</th>
          <th scope="col" className="dk-r">
            {t('points')}
          </th>
          <th scope="col" className="dk-r">
            {t('seconds')}
          </th>
          <th scope="col" className="dk-r">
            {t('attempts')}
          </th>
          <th scope="col">
            <span className="vh">{t('showAttempts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.personId}>
            <td className="num">{person.place ?? '–'}</td>
            <td>
              <b>{person.name === '' ? t('erased') : person.name}</b>
            </td>
            <td className="muted">{person.unitName}</td>
            <td className="dk-r num">{formatNumber(person.points)}</td>
            <td className="dk-r num">{t('secondsOf', { count: formatNumber(Math.round(person.timeMs / 1_000)) })}</td>
            <td className="dk-r num">{formatNumber(person.attempts)}</td>
            <td className="dk-r">
              <LineAction about={person.name} onClick={() => onLook(person)}>
                {t('showAttempts')}
              </LineAction>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pages({ offset, matching, onTurn }: { offset: number; matching: number; onTurn(offset: number): void }) {
  const t = useWords(watchWords);
  if (matching <= BOARD_PAGE) return null;
  return (
    <div className="dk-pages">
      <DeskButton disabled={offset === 0} onClick={() => onTurn(Math.max(0, offset - BOARD_PAGE))}>
        {t('previous')}
      </DeskButton>
      <span className="num">
        {formatNumber(offset + 1)}–{formatNumber(Math.min(matching, offset + BOARD_PAGE))} / {formatNumber(matching)}
      </span>
      <DeskButton disabled={offset + BOARD_PAGE >= matching} onClick={() => onTurn(offset + BOARD_PAGE)}>
        {t('next')}
      </DeskButton>
    </div>
  );
}
