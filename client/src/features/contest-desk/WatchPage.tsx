import { useCallback } from 'react';
import { Link, Route, Switch } from 'wouter';
import { contestDeskRoutes, type ContestDetail } from '@anquanli/contract/contest-desk';
import type { Account } from '@anquanli/contract/identity';
import { call } from '../../lib/api-client';
import { formatCalendarDay } from '../../lib/dates';
import { useDocumentTitle } from '../../lib/display';
import { useLanguage, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { deskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { Note } from '../../ui/Note';
import { BulletinsTab } from './BulletinsTab';
import { ContestTabs } from './components/ContestTabs';
import { DeskReading } from './components/DeskReading';
import { DraftActions } from './components/DraftActions';
import { DashboardTab } from './DashboardTab';
import { FindingsTab } from './FindingsTab';
import { LogTab } from './LogTab';
import { PeopleTab } from './PeopleTab';
import { ReportsTab } from './ReportsTab';
import { UnitsTab } from './UnitsTab';
import { words } from './words';

/** `/desk/contests/:id` and what is below it: a contest is watched here. */
export function WatchPage({ contestId, account }: { contestId: string; account: Account }) {
  const load = useCallback(() => call(contestDeskRoutes.one, { params: { contestId } }), [contestId]);
  const { value: contest, failure, reload, change } = useLoaded<ContestDetail>(load);
  useDocumentTitle(contest?.title ?? '');
  if (contest === null) return <DeskReading failure={failure} onRetry={reload} />;
  const base = `/desk/contests/${contestId}`;
  const mayManage = account.role !== 'captain';
  return (
    <>
      <Head contest={contest} mayManage={mayManage} onChanged={(next) => change(() => next)} />
      <State contest={contest} />
      {contest.isPublished && (
        <>
          <ContestTabs base={base} mayManage={mayManage} />
          <Switch>
            <Route path={base}>
              <DashboardTab contest={contest} />
            </Route>
            <Route path={`${base}/units`}>
              <UnitsTab contestId={contestId} />
            </Route>
            <Route path={`${base}/people`}>
              <PeopleTab contestId={contestId} mayJudge={mayManage} />
            </Route>
            <Route path={`${base}/findings`}>
              <FindingsTab contestId={contestId} mayJudge={mayManage} />
            </Route>
            <Route path={`${base}/reports`}>
              <ReportsTab contest={contest} />
            </Route>
            <Route path={`${base}/bulletins/:week?`}>
              {({ week }) => <BulletinsTab contest={contest} week={week ?? null} />}
            </Route>
            <Route path={`${base}/log`}>
              <LogTab contestId={contestId} />
            </Route>
          </Switch>
        </>
      )}
    </>
  );
}

interface HeadProps {
  contest: ContestDetail;
  mayManage: boolean;
  onChanged(next: ContestDetail): void;
}

function Head({ contest, mayManage, onChanged }: HeadProps) {
  const t = useWords(words);
  const { id, title, firstDay, lastDay, stage, today, isPublished } = contest;
  const no = daysFrom(firstDay, today);
  const help =
    isPublished && stage === 'contest'
      ? t('dayNo', { no, count: daysFrom(firstDay, lastDay) })
      : t('days', { first: firstDay, last: lastDay });
  return (
    <PageHead
      title={title}
      help={help}
      actions={
        <>
          <Link href="/desk/contests" className={deskButton()}>
            {t('back')}
          </Link>
          {mayManage && (
            <Link href={`/desk/contests/${id}/settings`} className={deskButton()}>
              {t('settings')}
            </Link>
          )}
          {mayManage && !isPublished && <DraftActions contest={contest} onPublished={onChanged} />}
        </>
      }
    />
  );
}

function State({ contest: { isPublished, stage, firstDay, url } }: { contest: ContestDetail }) {
  const t = useWords(words);
  const [language] = useLanguage();
  if (!isPublished) {
    return (
      <Note tone="plain" title={t('draftTitle')}>
        {t('draftHelp')}
      </Note>
    );
  }
  if (stage !== 'preparation') return null;
  return (
    <Note tone="wait" title={t('beginsTitle', { day: formatCalendarDay(firstDay, language) })}>
      {t('beginsHelp')} · {t('link')} {url}
    </Note>
  );
}

/** Days from the first to another, both counted. */
function daysFrom(first: string, day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000) + 1;
}
