import { useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { peopleWords } from '../words-people';
import { ClaimsDialog } from './ClaimsDialog';
import type { Run } from './use-run';

/** Somebody waits with a code for the old seat. */
export function ClaimsNotice({ run }: { run: Run }) {
  const t = useWords(peopleWords);
  const [isOpen, setOpen] = useState(false);
  const waiting = run.counters?.waitingClaims ?? 0;
  return (
    <>
      {waiting > 0 && (
        <div className="dk-alarm dk-mild" role="status">
          <Icon name="phone" />
          <p>
            <b>{t('claimsTitle')}</b>
            <span>{t('claimsCount', { count: waiting })}</span>
          </p>
          <DeskButton onClick={() => setOpen(true)}>{t('claimsOpen')}</DeskButton>
        </div>
      )}
      {isOpen && <ClaimsDialog run={run} onClose={() => setOpen(false)} />}
    </>
  );
}
