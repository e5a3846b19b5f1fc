import { useCallback, useMemo, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { roundRoutes, type RoundSummary } from '@anquanli/contract/rounds';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useLoaded, useOrder } from '../../lib/use-call';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { Icon } from '../../ui/Icon';
import { Note } from '../../ui/Note';
import { StateCard } from '../../ui/StateCard';
import { RoundLine } from './components/RoundLine';
import { roundsWords } from './words-rounds';

/** A running round in the list grows; so it is read again while the page is looked at. */
const REFRESH_MS = 15_000;

const loadNewest = () => call(roundRoutes.list, { query: {} });

export default function RoundsPage({ isAdmin }: { isAdmin: boolean }) {
  const t = useWords(roundsWords);
  const { value, failure, reload, change } = useLoaded(loadNewest);
  const [older, setOlder] = useState<readonly RoundSummary[]>([]);
  const [hasOlder, setHasOlder] = useState<boolean | null>(null);
  const more = useOrder();
  const problem = useErrorText(failure ?? more.failure);
  useDocumentTitle(t('title'));
  useRefresh(reload);

  const rounds = useMemo(() => {
    const newest = value?.rounds ?? [];
    const known = new Set(newest.map((round) => round.id));
    return [...newest, ...older.filter((round) => !known.has(round.id))];
  }, [value, older]);
  const hasMore = hasOlder ?? value?.hasMore ?? false;

  const loadMore = useCallback(async () => {
    const before = rounds[rounds.length - 1]?.createdAt;
    if (before === undefined) return;
    const page = await more.give(() => call(roundRoutes.list, { query: { before: String(before) } }));
    if (page === null) return;
    setOlder([...older, ...page.rounds]);
    setHasOlder(page.hasMore);
  }, [more, older, rounds]);

  function forget(id: string) {
    setOlder(older.filter((round) => round.id !== id));
    change((list) => ({ ...list, rounds: list.rounds.filter((round) => round.id !== id) }));
  }

  return (
    <>
      <PageHead title={t('title')} help={t('help')} actions={rounds.length > 0 ? <NewRoundLink /> : undefined} />
      {problem !== '' && value !== null && <Note tone="no" title={problem} />}
      {value === null && problem === '' && <StateCard isLoading title={t('loading')} />}
      {value === null && problem !== '' && (
        <StateCard
          title={t('loadFailed')}
          help={problem}
          action={<DeskButton onClick={reload}>{t('retry')}</DeskButton>}
        />
      )}
      {value !== null && rounds.length === 0 && (
        <StateCard title={t('emptyTitle')} help={t('emptyHelp')} action={<NewRoundLink />} />
      )}
      {rounds.length > 0 && (
        <ul className="dk-rounds" aria-label={t('listLabel')}>
          {rounds.map((round) => (
            <RoundLine key={round.id} round={round} showsOwner={isAdmin} onRemoved={() => forget(round.id)} />
          ))}
        </ul>
      )}
      {hasMore && (
        <DeskButton className="dk-centered" isBusy={more.isBusy} onClick={() => void loadMore()}>
          {t('more')}
        </DeskButton>
      )}
    </>
  );
}

function NewRoundLink() {
  const t = useWords(roundsWords);
  return (
    <Link href="/rounds/new" className={deskButton('primary')}>
      <Icon name="plus" />
      {t('newRound')}
    </Link>
  );
}

function useRefresh(reload: () => void) {
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') reload();
    };
    const timer = setInterval(refresh, REFRESH_MS);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [reload]);
}
