import { useCallback, useEffect, useState } from 'react';
import { peopleDeskRoutes, type PersonClaimLine } from '@anquanli/contract/people-desk';
import { call } from '../../../lib/api-client';
import { formatMoment } from '../../../lib/dates';
import { useErrorText } from '../../../lib/error-words';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useLoaded, useOrder } from '../../../lib/use-call';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Note } from '../../../ui/Note';
import { peopleWords } from '../words-people';

const ASK_EVERY_MS = 5_000;

/** People on another phone, to be matched by the digits they show. Nothing is shown while nobody asks. */
export function ClaimsCard({ onDecided }: { onDecided(): void }) {
  const t = useWords(peopleWords);
  const { value, reload } = useLoaded(useCallback(() => call(peopleDeskRoutes.claims), []));
  useEffect(() => {
    const timer = setInterval(reload, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  if (value === null || value.claims.length === 0) return null;
  return (
    <Card title={t('claims')} note={t('claimsHelp')}>
      {value.claims.map((claim) => (
        <ClaimLine
          key={claim.claimId}
          claim={claim}
          onDecided={() => {
            reload();
            onDecided();
          }}
        />
      ))}
    </Card>
  );
}

function ClaimLine({ claim, onDecided }: { claim: PersonClaimLine; onDecided(): void }) {
  const t = useWords(peopleWords);
  const [language] = useLanguage();
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const [matchCode, setMatchCode] = useState('');
  const [personId, setPersonId] = useState(claim.people[0]?.personId ?? '');

  async function decide(grant: boolean) {
    const params = { claimId: claim.claimId };
    const done = await order.give(() =>
      call(peopleDeskRoutes.decideClaim, {
        params,
        body: grant ? { grant: true, personId, matchCode } : { grant: false },
      }),
    );
    if (done !== null) onDecided();
  }

  return (
    <div className="un-claim">
      <p>
        <b>{claim.name}</b> · {claim.unitName} · {formatMoment(claim.createdAt, language)}
      </p>
      {claim.people.length === 0 && <p className="dk-quiet">{t('nobody')}</p>}
      {claim.people.length > 1 && (
        <select
          className="dk-input"
          aria-label={t('name')}
          value={personId}
          onChange={(event) => setPersonId(event.target.value)}
        >
          {claim.people.map((person) => (
            <option key={person.personId} value={person.personId}>
              {`${person.employeeNo ?? '—'} · ${formatMoment(person.registeredAt, language)}`}
            </option>
          ))}
        </select>
      )}
      {claim.people.length > 0 && (
        <input
          className="dk-input"
          inputMode="numeric"
          aria-label={t('digits')}
          placeholder={t('digits')}
          maxLength={4}
          value={matchCode}
          onChange={(event) => setMatchCode(event.target.value.replace(/\D/g, ''))}
        />
      )}
      <DeskButton
        isBusy={order.isBusy}
        disabled={matchCode.length !== 4 || personId === ''}
        onClick={() => void decide(true)}
      >
        {t('grant')}
      </DeskButton>
      <DeskButton look="text" isBusy={order.isBusy} onClick={() => void decide(false)}>
        {t('deny')}
      </DeskButton>
      {problem !== '' && <Note tone="no" title={problem} />}
    </div>
  );
}
