import { Modal } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { hostExchanges } from '@anquanli/contract/live-host';
import { useWords } from '../../../lib/i18n';
import { peopleWords } from '../words-people';
import { ClaimLine, type Claim } from './ClaimLine';
import type { Run } from './use-run';

const EVERY_MS = 2_000;

/** People who ask for their old seat from another phone, each with the code to match. */
export function ClaimsDialog({ run, onClose }: { run: Run; onClose(): void }) {
  const t = useWords(peopleWords);
  const { ask } = run;
  const [claims, setClaims] = useState<readonly Claim[] | null>(null);
  const read = useCallback(async () => {
    const reply = await ask(hostExchanges.listClaims, {});
    if (reply.ok) setClaims(reply.value.claims);
  }, [ask]);
  useEffect(() => {
    const first = setTimeout(() => void read(), 0);
    const timer = setInterval(() => void read(), EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [read]);
  return (
    <Modal open onCancel={onClose} title={t('claimsDialog')} footer={null} width={560}>
      <p className="dk-lead">{t('claimsHelp')}</p>
      {claims !== null && claims.length === 0 && (
        <div className="dk-empty">
          <b>{t('claimsNone')}</b>
          <p>{t('claimsNoneHelp')}</p>
        </div>
      )}
      {claims === null && <p className="dk-quiet">{t('loading')}</p>}
      <ul className="dk-claims">
        {claims?.map((claim) => (
          <ClaimLine key={claim.claimId} claim={claim} run={run} onDecided={() => void read()} />
        ))}
      </ul>
    </Modal>
  );
}
