import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { roundRoutes } from '@anquanli/contract/rounds';
import type { ReplyOf } from '@anquanli/contract/exchange';
import { call, type Failure, type Outcome } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { DeskButton } from '../../ui/desk/DeskButton';
import { StateCard } from '../../ui/StateCard';
import { remoteWords } from './words-remote';

type Taken = ReplyOf<typeof roundRoutes.takeRemoteCode>;

const EVERY_MS = 1_500;

/** A code may be taken only once, also when React mounts the page twice: so the call is kept per code. */
const takings = new Map<string, Promise<Outcome<Taken>>>();

function take(code: string): Promise<Outcome<Taken>> {
  const known = takings.get(code);
  if (known !== undefined) return known;
  const taking = call(roundRoutes.takeRemoteCode, { body: { code } });
  takings.set(code, taking);
  return taking;
}

/** The phone's side of the pairing: take the code, show the number, wait for the laptop, become the remote. */
export default function TakeRemotePage({ code, onConfirmed }: { code: string; onConfirmed(): void }) {
  const t = useWords(remoteWords);
  const [, goTo] = useLocation();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isExpired, setExpired] = useState(false);
  const [turn, setTurn] = useState(0);
  const problem = useErrorText(failure);
  useDocumentTitle(t('phoneTitle'));

  useEffect(() => {
    let isCurrent = true;
    void take(code).then((outcome) => {
      if (!isCurrent) return;
      if (outcome.ok) setTaken(outcome.value);
      else setFailure(outcome);
    });
    return () => {
      isCurrent = false;
    };
  }, [code, turn]);

  useEffect(() => {
    if (taken === null || isExpired) return;
    const { pairingId, secret } = taken;
    let isCurrent = true;
    const timer = setInterval(() => {
      void call(roundRoutes.remoteState, { body: { pairingId, secret } }).then((outcome) => {
        if (!isCurrent || !outcome.ok) return;
        if (outcome.value.state === 'expired') setExpired(true);
        if (outcome.value.state !== 'confirmed' || outcome.value.roundId === null) return;
        isCurrent = false;
        onConfirmed();
        goTo(`/rounds/${outcome.value.roundId}/run`, { replace: true });
      });
    }, EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [taken, isExpired, onConfirmed, goTo]);

  function retry() {
    takings.delete(code);
    setFailure(null);
    setTurn(turn + 1);
  }

  return (
    <main className="center-page">
      {isExpired || (failure !== null && failure.code !== 'offline') ? (
        <StateCard title={t('phoneExpired')} help={t('phoneExpiredHelp')} />
      ) : failure !== null ? (
        <StateCard title={problem} action={<DeskButton onClick={retry}>{t('phoneRetry')}</DeskButton>} />
      ) : taken === null ? (
        <StateCard isLoading title={t('phoneTaking')} />
      ) : (
        <div className="dk-card dk-pairing" role="status">
          <b>{t('phoneTitle')}</b>
          <p className="dk-match num">{taken.matchNumber}</p>
          <p>{t('phoneHelp')}</p>
          <p className="muted">{t('phoneRound', { title: taken.roundTitle })}</p>
        </div>
      )}
    </main>
  );
}
