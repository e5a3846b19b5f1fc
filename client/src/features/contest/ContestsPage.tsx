import { useCallback } from 'react';
import { Link, Redirect } from 'wouter';
import { contestRoutes, type ContestCard } from '@anquanli/contract/contest';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { formatCalendarDay } from '../../lib/dates';
import { useLanguage, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { StateCard } from '../../ui/StateCard';
import { ContestHead } from './components/ContestHead';
import { Opening } from './components/OwnGate';
import { words } from './words';

/** `/contests`: those for the person's unit; where there is one, it opens. */
export function ContestsPage({ token }: { token: string }) {
  const t = useWords(words);
  const [language] = useLanguage();
  useDocumentTitle(t('contests'));
  const load = useCallback(() => call(contestRoutes.list, { token }), [token]);
  const { value, failure, reload } = useLoaded<{ contests: ContestCard[] }>(load);
  if (value === null) return <Opening failure={failure} onRetry={reload} />;
  const [only, ...others] = value.contests;
  if (only !== undefined && others.length === 0) return <Redirect to={`/contests/${only.contestId}`} replace />;
  return (
    <main className="scr">
      <ContestHead isLow brand={t('title')} title={t('contests')} help={t('contestsHelp')} />
      <div className="main">
        {value.contests.length === 0 && <StateCard title={t('noContests')} help={t('noContestsHelp')} />}
        {value.contests.map(({ contestId, title, stage, firstDay, lastDay }) => (
          <Link key={contestId} href={`/contests/${contestId}`} className="plate contest-card">
            <b>{title}</b>
            <small>
              {t(`stage_${stage}`)} ·{' '}
              {t('days', { first: formatCalendarDay(firstDay, language), last: formatCalendarDay(lastDay, language) })}
            </small>
          </Link>
        ))}
      </div>
    </main>
  );
}
