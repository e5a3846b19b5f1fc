import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { stageWords } from '../words';

/** Says that the picture may be old, and that nobody loses anything by it. */
export function OfflineTape() {
  const t = useWords(stageWords);
  return (
    <div className="st-tape" role="alert">
      <p>
        <Icon name="offline" />
        {t('offline')}
        <span>{t('offlineHelp')}</span>
      </p>
    </div>
  );
}
