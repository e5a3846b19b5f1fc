import { useState } from 'react';
import { peopleRoutes, type Participant } from '@anquanli/contract/people';
import { call } from '../../../lib/api-client';
import { formatMoment } from '../../../lib/dates';
import { useErrorText } from '../../../lib/error-words';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Note } from '../../../ui/Note';
import { words } from '../words';
import { RecoveryCode } from './RecoveryCode';

interface OwnPartProps {
  token: string;
  participant: Participant;
  onChange(next: Participant): void;
}

/** The phones that are this person; whoever sees a strange one signs it out. */
export function OwnDevices({ token, participant, onChange }: OwnPartProps) {
  const t = useWords(words);
  const [language] = useLanguage();
  const order = useOrder();
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const [isAlone, setAlone] = useState(false);
  const problem = useErrorText(order.failure);

  async function signOutOthers() {
    const next = await order.give(() => call(peopleRoutes.signOutOthers, { token }));
    if (next === null) return;
    setAlone(true);
    onChange(next);
  }
  async function newCode() {
    const made = await order.give(() => call(peopleRoutes.newRecoveryCode, { token }));
    if (made !== null) setRecoveryCode(made.recoveryCode);
  }

  return (
    <section className="plate own">
      <h2 className="h2">{t('devices')}</h2>
      <ul className="devices">
        {participant.devices.map(({ since, how, isThis }) => (
          <li key={`${since} ${how}`}>
            <Icon name={isThis ? 'tick' : 'person'} />
            <span>
              <b>{t(isThis ? 'thisPhone' : 'otherPhone')}</b>
              <small>
                {t(`how_${how}`)} · {formatMoment(since, language)}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {participant.devices.length > 1 && (
        <Button kind="quiet" disabled={order.isBusy} onClick={() => void signOutOthers()}>
          {t('notMe')}
        </Button>
      )}
      {isAlone && <Note tone="ok" title={t('notMeDone')} />}
      {recoveryCode !== null && <RecoveryCode code={recoveryCode} />}
      <Button kind="quiet" disabled={order.isBusy} onClick={() => void newCode()}>
        {t('newCode')}
      </Button>
      <p className="hint">{t('newCodeHelp')}</p>
      {problem !== '' && <Note tone="no" title={problem} />}
    </section>
  );
}
