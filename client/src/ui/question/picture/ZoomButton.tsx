import { useState } from 'react';
import type { MediaView } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { Icon } from '../../Icon';
import { lateParts } from '../late-parts';
import { words } from '../words';

interface ZoomButtonProps {
  media: MediaView;
  /** The whole picture is the button, not only a corner of it. */
  isWhole?: boolean;
}

/** Over a picture: shows it as large as the screen. */
export function ZoomButton({ media, isWhole = false }: ZoomButtonProps) {
  const t = useWords(words);
  const { part: parts } = lateParts.use();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={isWhole ? 'pic-zoom whole' : 'pic-zoom'}
        aria-label={t('zoomPicture', { alt: media.alt })}
        onClick={() => setOpen(true)}
      >
        <i>
          <Icon name="zoom" />
        </i>
      </button>
      {isOpen && parts !== null && <parts.PictureSheet media={media} onClose={() => setOpen(false)} />}
    </>
  );
}
