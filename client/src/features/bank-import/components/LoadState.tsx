import type { Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { StateCard } from '../../../ui/StateCard';
import { common } from '../words-common';

/** While there is nothing to show: it is being read, or was not and why. */
export function LoadState({ failure, onRetry }: { failure: Failure | null; onRetry(): void }) {
  const t = useWords(common);
  const problem = useErrorText(failure);
  if (failure === null) return <StateCard isLoading title={t('loading')} />;
  return (
    <StateCard
      title={t('loadFailed')}
      help={problem}
      action={<DeskButton onClick={onRetry}>{t('retry')}</DeskButton>}
    />
  );
}
