import { useState } from 'react';
import { contestRoutes, type ContestHome, type PeopleBoardPage } from '@anquanli/contract/contest';
import { RANK_SCOPES, type RankScope } from '@anquanli/contract/vocabulary';
import { call } from '../../../lib/api-client';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Button } from '../../../ui/Button';
import { StateCard } from '../../../ui/StateCard';
import { usePages } from '../model/use-pages';
import { words } from '../words';
import { Segments } from './Segments';

/** People in order, and always the own row. */
export function PeopleBoard({ token, home }: { token: string; home: ContestHome }) {
  const t = useWords(words);
  const scopes = RANK_SCOPES.filter((scope) => home.standing.places.some((place) => place.scope === scope));
  const [scope, setScope] = useState<RankScope>(scopes[0] ?? 'all');
  const { contestId } = home;
  const board = usePages(`${contestId} ${scope}`, (offset) =>
    call(contestRoutes.peopleBoard, { params: { contestId }, query: { scope, offset: String(offset) }, token }),
  );
  const last = board.pages[board.pages.length - 1];
  const rows = board.pages.flatMap((page) => page.rows);
  return (
    <>
      <Segments
        label={t('boardPeople')}
        value={scope}
        options={scopes.map((each) => ({ value: each, label: t(`scope_${each}`) }))}
        onChange={setScope}
      />
      {last === undefined ? (
        <StateCard isLoading title={t('loading')} />
      ) : rows.length === 0 ? (
        <StateCard title={t('boardEmpty')} help={t('boardEmptyHelp')} />
      ) : (
        <>
          <p className="sm muted said">{t('people', { people: formatNumber(last.people) })}</p>
          <ol className="board">
            {rows.map((row, index) => (
              <Row key={index} row={row} />
            ))}
          </ol>
          {last.me !== null && !rows.some(({ isMe }) => isMe) && (
            <ol className="board">
              <Row row={{ ...last.me, name: home.person.name, unitName: home.person.unitName, isMe: true }} />
            </ol>
          )}
          {rows.length < last.people && (
            <Button kind="text" disabled={board.isReading} onClick={board.more}>
              {t('more')}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function Row({ row }: { row: PeopleBoardPage['rows'][number] }) {
  const t = useWords(words);
  return (
    <li className={`crow${row.isMe ? ' me' : ''}`}>
      <b>{formatNumber(row.place)}</b>
      <span className="who">
        {row.name === '' ? t('erased') : row.name}
        {row.isMe && ` · ${t('me')}`}
        <small>{row.unitName}</small>
      </span>
      <span className="val">
        {t('pointsCount', { points: formatNumber(row.points) })}
        <small>
          {formatNumber(Math.round(row.timeMs / 1_000))} {t('seconds')}
        </small>
      </span>
    </li>
  );
}
