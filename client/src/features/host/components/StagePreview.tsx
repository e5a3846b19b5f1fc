import { useEffect, useRef } from 'react';
import type { ConnectionState } from '../../../lib/connection-watch';
import { useWords } from '../../../lib/i18n';
import { consoleWords } from '../words-console';

interface StagePreviewProps {
  stageCode: string;
  connection: ConnectionState;
}

/** The stage itself, small. Inert: it is looked at, never used. */
export function StagePreview({ stageCode, connection }: StagePreviewProps) {
  const t = useWords(consoleWords);
  const frame = useRef<HTMLIFrameElement>(null);
  const address = `/stage/${stageCode}`;
  useEffect(() => {
    // The stage heals its own connection. Only a frame that shows the browser's error page (not ours to read) starts over.
    if (connection === 'online' && frame.current !== null && frame.current.contentDocument === null) {
      frame.current.src = address;
    }
  }, [connection, address]);
  return (
    <figure className="dk-stage">
      <div inert>
        <iframe ref={frame} src={address} title={t('stageTitle')} />
      </div>
      <figcaption>{t('onStage')}</figcaption>
    </figure>
  );
}
