import { useWords } from '../../../lib/i18n';
import { consoleWords } from '../words-console';

/** The stage itself, small. Inert: it is looked at, never used. */
export function StagePreview({ stageCode }: { stageCode: string }) {
  const t = useWords(consoleWords);
  return (
    <figure className="dk-stage">
      <div inert>
        <iframe src={`/stage/${stageCode}`} title={t('stageTitle')} />
      </div>
      <figcaption>{t('onStage')}</figcaption>
    </figure>
  );
}
