import { useWords } from '../../../lib/i18n';
import { words } from '../words';

/** The code for a second phone. Selected by a tap: pages on a plain address have no clipboard. */
export function RecoveryCode({ code }: { code: string }) {
  const t = useWords(words);
  return (
    <div className="recovery" role="status">
      <p className="label">{t('recoveryLabel')}</p>
      <p className="recovery-code">{code}</p>
      <p className="muted">{t('recoveryHelp')}</p>
    </div>
  );
}
