import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useWords } from '../lib/i18n';
import { StateCard } from '../ui/StateCard';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFoundPage } from './NotFoundPage';
import { words } from './words';

const JoinPage = lazy(() => import('../features/join/JoinPage'));
const PlayPage = lazy(() => import('../features/play/PlayPage'));
const StagePage = lazy(() => import('../features/stage/StagePage'));
/** Organisers' and admins' desk with routes of its own; the only part that loads antd. */
const DeskApp = lazy(() => import('./desk/DeskApp'));

export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={JoinPage} />
          <Route path="/j/:joinToken" component={JoinPage} />
          <Route path="/play/:roundId" component={PlayPage} />
          <Route path="/stage" component={StagePage} />
          <Route path="/stage/:code" component={StagePage} />
          <Route path={/^\/(setup|sign-in|rounds|remote|accounts?)(\/.*)?$/} component={DeskApp} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

function Loading() {
  const t = useWords(words);
  return (
    <main className="center-page">
      <StateCard isLoading title={t('loading')} />
    </main>
  );
}
