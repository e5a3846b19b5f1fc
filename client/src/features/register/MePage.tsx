import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { peopleRoutes, type Participant } from '@anquanli/contract/people';
import { call, type Failure } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import '../../lib/error-words-register';
import { useWords } from '../../lib/i18n';
import { ownPerson } from '../../lib/own-seat';
import { useLoaded } from '../../lib/use-call';
import { Button } from '../../ui/Button';
import { StateCard } from '../../ui/StateCard';
import '../../ui/phone.css';
import { OwnData } from './components/OwnData';
import { OwnDevices } from './components/OwnDevices';
import { RegisterFrame } from './components/RegisterFrame';
import './register.css';
import { words } from './words';

/** `/me`: who this phone is, and what its owner may do about it. */
export default function MePage() {
  const t = useWords(words);
  useDocumentTitle(t('meTitle'));
  const [token] = useState(() => ownPerson.read()?.token ?? null);
  const load = useCallback(
    () =>
      token === null
        ? Promise.resolve({ ok: false, code: 'not_registered' } as const)
        : call(peopleRoutes.me, { token }),
    [token],
  );
  const { value, failure, reload, change } = useLoaded<Participant>(load);
  if (value !== null && token !== null) {
    return (
      <RegisterFrame title={value.name} help={value.unit.path.join(' · ')}>
        <OwnDevices token={token} participant={value} onChange={(next) => change(() => next)} />
        <OwnData token={token} participant={value} onChange={(next) => change(() => next)} />
      </RegisterFrame>
    );
  }
  return (
    <main className="center-page">
      {failure === null ? (
        <StateCard isPage isLoading title={t('loading')} />
      ) : (
        <Nobody failure={failure} onRetry={reload} />
      )}
    </main>
  );
}

function Nobody({ failure, onRetry }: { failure: Failure; onRetry(): void }) {
  const t = useWords(words);
  const [, navigate] = useLocation();
  const problem = useErrorText(failure);
  return failure.code === 'not_registered' || failure.code === 'not_seated' ? (
    <StateCard
      isPage
      title={t('notRegistered')}
      help={t('notRegisteredHelp')}
      action={<Button onClick={() => navigate('/u')}>{t('toRegister')}</Button>}
    />
  ) : (
    <StateCard isPage title={t('failed')} help={problem} action={<Button onClick={onRetry}>{t('retry')}</Button>} />
  );
}
