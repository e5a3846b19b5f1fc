import { useWords } from '../../lib/i18n';
import { Button } from '../Button';
import { StateCard } from '../StateCard';
import { words } from './words';

/** Before it is blamed on the network. */
const FAILURES_TO_TELL = 2;

/** In place of an input that is still being fetched; after some failures the page can be loaded anew, nothing is lost by it. */
export function LatePart({ failures }: { failures: number }) {
  const t = useWords(words);
  if (failures < FAILURES_TO_TELL) return <StateCard isLoading title={t('partLoading')} />;
  return (
    <StateCard
      isLoading
      title={t('partLoading')}
      help={t('partLoadingHelp')}
      action={
        <Button kind="quiet" onClick={() => window.location.reload()}>
          {t('partReload')}
        </Button>
      }
    />
  );
}
