import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { deskButton, DeskButton } from '../../../ui/desk/DeskButton';
import { StateCard } from '../../../ui/StateCard';
import { common } from '../words-common';

/** While a page has nothing to show: it is being read, or was not read and why. */
export function LoadState({ failure, onRetry }: { failure: Failure | null; onRetry(): void }) {
  const t = useWords(common);
  const problem = useErrorText(failure);
  if (failure === null) return <StateCard isLoading title={t('loading')} />;
  if (failure.code === 'set_unknown' || failure.code === 'not_found') {
    return <StateCard title={t('unknownSet')} help={t('unknownSetHelp')} action={<ToBank />} />;
  }
  return (
    <StateCard
      title={t('loadFailed')}
      help={problem}
      action={<DeskButton onClick={onRetry}>{t('retry')}</DeskButton>}
    />
  );
}

function ToBank(): ReactNode {
  const t = useWords(common);
  return (
    <Link href="/bank" className={deskButton('primary')}>
      {t('toBank')}
    </Link>
  );
}
