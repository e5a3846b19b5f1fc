import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { MediaView } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { Button } from '../../Button';
import { partWords } from '../words-parts';
import { PictureFrame } from './PictureFrame';
import { useZoom } from './use-zoom';

interface PictureSheetProps {
  media: MediaView;
  onClose(): void;
}

/** A picture over the whole screen. Escape or the button puts it away; the focus goes back to where it came from. */
export function PictureSheet({ media, onClose }: PictureSheetProps) {
  const t = useWords(partWords);
  const view = useZoom();
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const before = document.activeElement;
    const keys = () => Array.from(box.current?.querySelectorAll<HTMLElement>('button') ?? []);
    const last = () => keys()[keys().length - 1];
    last()?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key !== 'Tab') return;
      const [from, to] = event.shiftKey ? [keys()[0], last()] : [last(), keys()[0]];
      if (document.activeElement !== from) return;
      event.preventDefault();
      to?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return createPortal(
    <div ref={box} className="pic-sheet" role="dialog" aria-modal="true" aria-label={media.alt}>
      <PictureFrame media={media} view={view} aside={media.alt} />
      <Button kind="quiet" icon="cross" onClick={onClose}>
        {t('close')}
      </Button>
    </div>,
    document.body,
  );
}
