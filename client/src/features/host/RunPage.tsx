import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useMedia } from '../../lib/use-media';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { StateCard } from '../../ui/StateCard';
import { ConsoleDesk } from './components/ConsoleDesk';
import { ConsolePhone } from './components/ConsolePhone';
import { useRun } from './components/use-run';
import { consoleWords } from './words-console';

interface RunPageProps {
  roundId: string;
  /** A phone that was paired: it has no account and no way to the list of rounds. */
  isRemote: boolean;
}

/** The console of a running round. Taking over from another device is opening this page. */
export default function RunPage({ roundId, isRemote }: RunPageProps) {
  const t = useWords(consoleWords);
  const run = useRun(roundId);
  const isPhone = useMedia('(max-width: 759px)');
  const refusal = useErrorText(run.refused);
  useDocumentTitle(run.shared?.view.title ?? '');
  const toRounds = isRemote ? undefined : (
    <Link href="/rounds" className={deskButton('primary')}>
      {t('toRounds')}
    </Link>
  );

  if (run.bye === 'round_deleted') return <Middle title={t('byeDeleted')} action={toRounds} />;
  if (run.refused?.code === 'not_signed_in') {
    return (
      <Middle
        title={t('byeSignedOut')}
        help={t('byeSignedOutHelp')}
        action={
          <Link
            href={`/sign-in?next=${encodeURIComponent(`/rounds/${roundId}/run`)}`}
            className={deskButton('primary')}
          >
            {t('toSignIn')}
          </Link>
        }
      />
    );
  }
  if (run.refused !== null) return <Middle title={t('refusedTitle')} help={refusal} action={toRounds} />;
  const { shared } = run;
  if (shared === null) {
    return run.connection === 'offline' ? (
      <Middle
        title={t('offlineTitle')}
        help={t('offlineHelp')}
        action={
          <DeskButton look="primary" onClick={run.reconnect}>
            {t('retry')}
          </DeskButton>
        }
      />
    ) : (
      <Middle isLoading title={t('loading')} />
    );
  }
  const Layout = isPhone ? ConsolePhone : ConsoleDesk;
  return <Layout run={run} shared={shared} roundId={roundId} isRemote={isRemote} />;
}

function Middle(props: { title: string; help?: string; action?: ReactNode; isLoading?: boolean }) {
  return (
    <main className="center-page">
      <StateCard {...props} />
    </main>
  );
}
