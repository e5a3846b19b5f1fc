import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { ownPerson } from '../../../lib/own-seat';
import { Button } from '../../../ui/Button';
import { StateCard } from '../../../ui/StateCard';
import { words } from '../words';

/** Pages of a registered person: without one on this phone, the way to register. */
export function OwnGate({ children }: { children(token: string): ReactNode }) {
  const [token] = useState(() => ownPerson.read()?.token ?? null);
  return token === null ? <Unreadable failure={{ ok: false, code: 'not_registered' }} /> : children(token);
}

/** Opening, or why it cannot be opened. */
export function Opening({ failure, onRetry }: { failure: Failure | null; onRetry(): void }) {
  const t = useWords(words);
  if (failure !== null) return <Unreadable failure={failure} onRetry={onRetry} />;
  return (
    <main className="center-page">
      <StateCard isPage isLoading title={t('loading')} />
    </main>
  );
}

function Unreadable({ failure, onRetry }: { failure: Failure; onRetry?(): void }) {
  const t = useWords(words);
  const [, navigate] = useLocation();
  const problem = useErrorText(failure);
  const isNobody = failure.code === 'not_registered' || failure.code === 'not_seated';
  const isWaiting = failure.code === 'registration_waiting';
  return (
    <main className="center-page">
      <StateCard
        isPage
        title={t(isNobody ? 'notRegistered' : isWaiting ? 'waiting' : 'failed')}
        help={isNobody ? t('notRegisteredHelp') : isWaiting ? t('waitingHelp') : problem}
        action={
          isNobody ? (
            <Button onClick={() => navigate('/u')}>{t('toRegister')}</Button>
          ) : (
            <Button onClick={onRetry}>{t('retry')}</Button>
          )
        }
      />
    </main>
  );
}
