import { lazy, Suspense, type ReactNode } from 'react';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import type { Account, Me } from '@anquanli/contract/identity';
import AccountPage from '../../features/account/AccountPage';
import AccountsPage from '../../features/account/AccountsPage';
import EditorPage from '../../features/host/EditorPage';
import RoundsPage from '../../features/host/RoundsPage';
import RunPage from '../../features/host/RunPage';
import ResultsPage from '../../features/results/ResultsPage';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { StateCard } from '../../ui/StateCard';
import { DeskLayout } from './DeskLayout';
import type { Session } from './use-session';
import { words } from './words';

/** The question bank is a part of its own: its forms and checks are loaded when somebody opens it. */
const BankRoutes = lazy(() => import('../../features/bank/BankRoutes'));
const UnitRoutes = lazy(() => import('../../features/units/UnitRoutes'));
const ContestDeskRoutes = lazy(() => import('../../features/contest-desk/ContestDeskRoutes'));
const ImportRoutes = lazy(() => import('../../features/bank-import/ImportRoutes'));

/** Pages behind the sign-in. A remote control sees the console of its one round and nothing else. */
export function SignedInRoutes({ session }: { session: Session }) {
  const [path] = useLocation();
  const { me } = session;
  if (me === null) return <Opening session={session} />;
  if (me.account === null && me.remoteRoundId === null) {
    return <Redirect to={`/sign-in?next=${encodeURIComponent(path)}`} replace />;
  }
  return (
    <Switch>
      <Route path="/rounds/:roundId/run">
        {({ roundId }) => (
          <Guarded me={me} roundId={roundId}>
            <RunPage key={roundId} roundId={roundId} isRemote={me.account === null} />
          </Guarded>
        )}
      </Route>
      <Route>
        {me.account === null ? <RemoteHome me={me} /> : <DeskRoutes account={me.account} session={session} />}
      </Route>
    </Switch>
  );
}

function Guarded({ me, roundId, children }: { me: Me; roundId: string; children: ReactNode }) {
  return me.account === null && me.remoteRoundId !== roundId ? <RemoteHome me={me} /> : children;
}

function RemoteHome({ me }: { me: Me }) {
  return <Redirect to={`/rounds/${me.remoteRoundId}/run`} replace />;
}

function DeskRoutes({ account, session }: { account: Account; session: Session }) {
  const t = useWords(words);
  return (
    <DeskLayout account={account}>
      <Switch>
        {account.role === 'captain' && (
          <Route path={/^\/(rounds|bank)(\/.*)?$/}>
            <Redirect to="/units" replace />
          </Route>
        )}
        <Route path="/units/*?">
          <Suspense fallback={<StateCard isLoading title={t('loading')} />}>
            <UnitRoutes account={account} />
          </Suspense>
        </Route>
        <Route path="/desk/*?">
          <Suspense fallback={<StateCard isLoading title={t('loading')} />}>
            <ContestDeskRoutes account={account} />
          </Suspense>
        </Route>
        <Route path="/rounds">
          <RoundsPage isAdmin={account.role === 'admin'} />
        </Route>
        <Route path="/rounds/new">
          <EditorPage roundId={null} />
        </Route>
        <Route path="/rounds/:roundId">{({ roundId }) => <EditorPage key={roundId} roundId={roundId} />}</Route>
        <Route path="/rounds/:roundId/results">
          {({ roundId }) => <ResultsPage key={roundId} roundId={roundId} />}
        </Route>
        <Route path="/bank/import/*?">
          <Suspense fallback={<StateCard isLoading title={t('loading')} />}>
            <ImportRoutes isAdmin={account.role === 'admin'} />
          </Suspense>
        </Route>
        <Route path="/bank/*?">
          <Suspense fallback={<StateCard isLoading title={t('loading')} />}>
            <BankRoutes isAdmin={account.role === 'admin'} />
          </Suspense>
        </Route>
        <Route path="/accounts">
          <AccountsPage me={account} />
        </Route>
        <Route path="/account">
          <AccountPage account={account} onSignedOut={session.setMe} />
        </Route>
        <Route>
          <NoSuchPage />
        </Route>
      </Switch>
    </DeskLayout>
  );
}

function NoSuchPage() {
  const t = useWords(words);
  return (
    <StateCard
      title={t('notFound')}
      help={t('notFoundHelp')}
      action={
        <Link className={deskButton('primary')} href="/rounds">
          {t('toRounds')}
        </Link>
      }
    />
  );
}

function Opening({ session }: { session: Session }) {
  const t = useWords(words);
  const problem = useErrorText(session.failure);
  return (
    <main className="center-page">
      {session.failure === null ? (
        <StateCard isLoading title={t('loading')} />
      ) : (
        <StateCard
          title={t('offlineTitle')}
          help={session.failure.code === 'offline' ? t('offlineHelp') : problem}
          action={
            <DeskButton look="primary" onClick={session.reload}>
              {t('retry')}
            </DeskButton>
          }
        />
      )}
    </main>
  );
}
