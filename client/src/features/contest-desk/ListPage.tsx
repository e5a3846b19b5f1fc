import { useCallback } from 'react';
import { Link } from 'wouter';
import { contestDeskRoutes, type ContestSummary } from '@anquanli/contract/contest-desk';
import type { Account } from '@anquanli/contract/identity';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { formatNumber, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { deskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { StateCard } from '../../ui/StateCard';
import { DeskReading } from './components/DeskReading';
import { words } from './words';

/** `/desk/contests`: all contests, the newest first. */
export function ListPage({ account }: { account: Account }) {
  const t = useWords(words);
  useDocumentTitle(t('title'));
  const { value, failure, reload } = useLoaded(useCallback(() => call(contestDeskRoutes.list), []));
  const isCaptain = account.role === 'captain';
  const createLink = (
    <Link href="/desk/contests/new" className={deskButton('primary')}>
      {t('create')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} help={t('help')} actions={isCaptain ? undefined : createLink} />
      {value === null ? (
        <DeskReading failure={failure} onRetry={reload} />
      ) : value.contests.length === 0 ? (
        <StateCard title={t('none')} help={t(isCaptain ? 'noneCaptain' : 'noneHelp')} />
      ) : (
        <Card>
          <ContestTable contests={value.contests} />
        </Card>
      )}
    </>
  );
}

function ContestTable({ contests }: { contests: readonly ContestSummary[] }) {
  const t = useWords(words);
  return (
    <table className="dk-table dk-stacked">
      <thead>
        <tr>
          <th scope="col">{t('contest')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('time')}</th>
          <th scope="col" className="dk-r">
            {t('people')}
          </th>
          <th scope="col" className="dk-r">
            {t('attempts')}
          </th>
        </tr>
      </thead>
      <tbody>
        {contests.map(({ id, title, isPublished, stage, firstDay, lastDay, people, attempts }) => (
          <tr key={id}>
            <td>
              <Link href={`/desk/contests/${id}`} className="cd-title">
                {title}
              </Link>
            </td>
            <td>
              <span className="dk-tag">{t(isPublished ? `stage_${stage}` : 'draft')}</span>
            </td>
            <td className="muted">{t('days', { first: firstDay, last: lastDay })}</td>
            <td className="dk-r num">{formatNumber(people)}</td>
            <td className="dk-r num">{formatNumber(attempts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
