import { lazy, Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { useWords } from '../lib/i18n';
import { StateCard } from '../ui/StateCard';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFoundPage } from './NotFoundPage';
import { words } from './words';

const JoinPage = lazy(() => import('../features/join/JoinPage'));
const loadPlayPage = () => import('../features/play/PlayPage');
const PlayPage = lazy(loadPlayPage);
const RegisterPage = lazy(() => import('../features/register/RegisterPage'));
const MePage = lazy(() => import('../features/register/MePage'));
const ContestApp = lazy(() => import('../features/contest/ContestApp'));
const VerifyPage = lazy(() => import('../features/contest/VerifyPage'));
const StagePage = lazy(() => import('../features/stage/StagePage'));
/** Organisers' and admins' desk with routes of its own; the only part that loads antd. */
const DeskApp = lazy(() => import('./desk/DeskApp'));

export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={Door} />
          <Route path="/j/:joinToken" component={Door} />
          <Route path="/play/:roundId" component={PlayPage} />
          <Route path="/u" component={RegisterPage} />
          <Route path="/u/:code" component={RegisterPage} />
          <Route path="/me" component={MePage} />
          <Route path="/contests/*?" component={ContestApp} />
          <Route path="/c/:number" component={VerifyPage} />
          <Route path="/stage" component={StagePage} />
          <Route path="/stage/:code" component={StagePage} />
          <Route path={/^\/(setup|sign-in|rounds|units|desk|bank|remote|accounts?)(\/.*)?$/} component={DeskApp} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

const PREFETCH_AFTER_MS = 800;

/** While somebody types the code or a name, the round's own files arrive. */
function Door({ params }: { params: { joinToken?: string } }) {
  useEffect(() => {
    const timer = setTimeout(() => void loadPlayPage().catch(() => undefined), PREFETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return <JoinPage params={params} />;
}

function Loading() {
  const t = useWords(words);
  return (
    <main className="center-page">
      <StateCard isPage isLoading title={t('loading')} />
    </main>
  );
}
