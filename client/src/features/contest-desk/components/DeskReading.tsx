import type { Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { StateCard } from '../../../ui/StateCard';
import { words } from '../words';

/** Opening, or why it cannot be opened. */
export function DeskReading({ failure, onRetry }: { failure: Failure | null; onRetry(): void }) {
  const t = useWords(words);
  const problem = useErrorText(failure);
  if (failure === null) return <StateCard isLoading title={t('loading')} />;
  return (
    <StateCard title={t('failed')} help={problem} action={<DeskButton onClick={onRetry}>{t('retry')}</DeskButton>} />
  );
}
