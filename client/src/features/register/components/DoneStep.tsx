import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { peopleRoutes, type Participant } from '@anquanli/contract/people';
import { call } from '../../../lib/api-client';
import { useWords } from '../../../lib/i18n';
import { ownPerson } from '../../../lib/own-seat';
import { Button } from '../../../ui/Button';
import { words } from '../words';
import { RecoveryCode } from './RecoveryCode';
import { RegisterFrame } from './RegisterFrame';

const ASK_EVERY_MS = 5_000;

/** Registered: the badge, and the code for a second phone. */
export function DoneStep({ participant, recoveryCode }: { participant: Participant; recoveryCode: string | null }) {
  const t = useWords(words);
  const [, navigate] = useLocation();
  const status = useStatus(participant.status);
  const isIn = status === 'active';
  const title = isIn ? t('doneTitle') : status === 'refused' ? t('refusedTitle') : t('waitingTitle');
  const help = isIn ? participant.unit.name : status === 'refused' ? t('refusedHelp') : t('waitingHelp');
  return (
    <RegisterFrame title={title} help={help}>
      <section className="plate done">
        <p className="done-name">{participant.name}</p>
        <p className="muted">{participant.unit.path.join(' · ')}</p>
        {recoveryCode !== null && <RecoveryCode code={recoveryCode} />}
        <Button onClick={() => navigate('/contests')}>{t('toContests')}</Button>
        <Button kind="quiet" onClick={() => navigate('/me')}>
          {t('toMe')}
        </Button>
        <Button kind="text" onClick={() => navigate('/')}>
          {t('toRound')}
        </Button>
      </section>
    </RegisterFrame>
  );
}

/** Asks while a captain has to say yes. */
function useStatus(first: Participant['status']): Participant['status'] {
  const [status, setStatus] = useState(first);
  useEffect(() => {
    if (status !== 'waiting') return;
    const timer = setInterval(() => {
      const person = ownPerson.read();
      if (person === null) return;
      void call(peopleRoutes.me, { token: person.token }).then((reply) => reply.ok && setStatus(reply.value.status));
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [status]);
  return status;
}
