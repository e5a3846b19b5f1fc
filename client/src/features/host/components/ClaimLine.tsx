import { App as AntApp } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { AckOf } from '@anquanli/contract/exchange';
import { hostExchanges } from '@anquanli/contract/live-host';
import { useErrorText } from '../../../lib/error-words';
import type { Failure } from '../../../lib/api-client';
import { useWords } from '../../../lib/i18n';
import { useServerNow } from '../../../lib/server-clock';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { NumberField } from '../../../ui/desk/NumberField';
import { peopleWords } from '../words-people';
import type { Run } from './use-run';

export type Claim = AckOf<typeof hostExchanges.listClaims>['claims'][number];

interface ClaimLineProps {
  claim: Claim;
  run: Run;
  onDecided(): void;
}

/** The host types the code that the phone shows and says which seat it is. */
export function ClaimLine({ claim, run, onDecided }: ClaimLineProps) {
  const t = useWords(peopleWords);
  const { message } = AntApp.useApp();
  const [seatNo, setSeatNo] = useState<number | null>(claim.seats[0]?.seatNo ?? null);
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const problem = useErrorText(failure);
  const left = Math.max(0, Math.ceil((claim.expiresAt - useServerNow(1_000)) / 1000));

  async function decide(grant: boolean) {
    if (grant && seatNo === null) return;
    setBusy(true);
    setFailure(null);
    const ack = await run.ask(hostExchanges.decideClaim, {
      claimId: claim.claimId,
      decision: grant && seatNo !== null ? { grant: true, seatNo, code: code.trim() } : { grant: false },
    });
    setBusy(false);
    if (!ack.ok) {
      setFailure(ack);
      return;
    }
    void message.success(grant ? t('claimGranted', { name: claim.name }) : t('claimRefused'));
    onDecided();
  }

  function submit(event: SubmitEvent) {
    event.preventDefault();
    void decide(true);
  }

  return (
    <li>
      <form onSubmit={submit}>
        <p>
          <b>{claim.name}</b> <span className="muted">{t('claimExpires', { count: left })}</span>
        </p>
        <div className="dk-grid-2">
          {claim.seats.length > 0 ? (
            <Field label={t('claimSeat')}>
              {(ids) => (
                <select
                  {...ids}
                  className="dk-input"
                  value={seatNo ?? ''}
                  onChange={(event) => setSeatNo(Number(event.target.value))}
                >
                  {claim.seats.map((seat) => (
                    <option key={seat.seatNo} value={seat.seatNo}>
                      {t('claimSeatOption', { no: seat.seatNo, name: seat.name })}
                      {seat.isOnline ? ` (${t('claimSeatOnline')})` : ''}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : (
            <NumberField label={t('claimSeatNo')} unit="" value={seatNo} onChange={setSeatNo} help={t('claimNoSeat')} />
          )}
          <Field label={t('claimCode')} problem={problem === '' ? null : problem}>
            {(ids) => (
              <input
                {...ids}
                className="dk-input num"
                inputMode="numeric"
                autoComplete="off"
                maxLength={8}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
        </div>
        <div className="dk-dialog-foot">
          <DeskButton isBusy={isBusy} onClick={() => void decide(false)}>
            {t('claimRefuse')}
          </DeskButton>
          <DeskButton type="submit" look="primary" isBusy={isBusy} disabled={code.trim() === '' || seatNo === null}>
            {t('claimGrant')}
          </DeskButton>
        </div>
      </form>
    </li>
  );
}
