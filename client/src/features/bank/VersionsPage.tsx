import { useCallback, useState } from 'react';
import { bankRoutes, type BankRelease } from '@anquanli/contract/bank';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { DeskButton } from '../../ui/desk/DeskButton';
import { StateCard } from '../../ui/StateCard';
import { LoadState } from './components/LoadState';
import { SetHead } from './components/SetHead';
import { CompareDialog } from './releases/CompareDialog';
import { ReleaseDialog } from './releases/ReleaseDialog';
import { ReleaseTable } from './releases/ReleaseTable';
import { WithdrawDialog } from './releases/WithdrawDialog';
import { common } from './words-common';
import { releasesWords } from './words-releases';

/** The versions of a set: releasing, comparing, withdrawing. */
export default function VersionsPage({ setId, isAdmin }: { setId: string; isAdmin: boolean }) {
  const t = useWords(releasesWords);
  const c = useWords(common);
  const [isReleasing, setReleasing] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const [withdrawing, setWithdrawing] = useState<BankRelease | null>(null);
  const set = useLoaded(useCallback(() => call(bankRoutes.set, { params: { setId } }), [setId]));
  useDocumentTitle(`${c('tab_versions')} · ${set.value?.title ?? setId}`);
  if (set.value === null) return <LoadState failure={set.failure} onRetry={set.reload} />;

  const { releases } = set.value;
  const releaseButton = isAdmin && (
    <DeskButton look="primary" icon="send" onClick={() => setReleasing(true)}>
      {t('release')}
    </DeskButton>
  );
  return (
    <>
      <SetHead
        set={set.value}
        isAdmin={isAdmin}
        help={t('help')}
        actions={
          releases.length > 0 && (
            <>
              {releases.length > 1 && <DeskButton onClick={() => setComparing(true)}>{t('compare')}</DeskButton>}
              {releaseButton}
            </>
          )
        }
      />
      {releases.length === 0 ? (
        <StateCard title={t('emptyTitle')} help={t('emptyHelp')} action={releaseButton} />
      ) : (
        <Card>
          <ReleaseTable setId={setId} releases={releases} isAdmin={isAdmin} onWithdraw={setWithdrawing} />
        </Card>
      )}
      <ReleaseDialog
        isOpen={isReleasing}
        setId={setId}
        onClose={() => setReleasing(false)}
        onReleased={() => {
          setReleasing(false);
          set.reload();
        }}
      />
      <CompareDialog isOpen={isComparing} setId={setId} releases={releases} onClose={() => setComparing(false)} />
      <WithdrawDialog
        setId={setId}
        release={withdrawing}
        onClose={() => setWithdrawing(null)}
        onDone={() => {
          setWithdrawing(null);
          set.reload();
        }}
      />
    </>
  );
}
