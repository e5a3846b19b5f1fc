import { useEffect, useState } from 'react';
import type { MediaView } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { words } from '../words';

interface PictureProps {
  media: MediaView;
  /** What it shows is said beside it already: nothing to read out. */
  isInWords?: boolean;
  className?: string;
}

const RETRY_MS = 1_000;
const LONGEST_WAIT_MS = 8_000;

/** A picture of a question. Its room is kept before it is there, and a failed one is fetched again until it comes. */
export function Picture({ media, isInWords = false, className = '' }: PictureProps) {
  const t = useWords(words);
  const { src, alt, width, height } = media;
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading');

  useEffect(() => {
    if (state !== 'failed') return;
    const again = () => {
      setState('loading');
      setTries((before) => before + 1);
    };
    const timer = setTimeout(again, Math.min(LONGEST_WAIT_MS, RETRY_MS * 2 ** tries));
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [state, tries]);

  return (
    <span className={`pic ${className}`}>
      <span className="pic-room" style={{ paddingTop: `${(100 * height) / width}%` }}>
        {/* A new element asks the network anew; the same one would not. */}
        <img
          key={tries}
          src={src}
          alt={isInWords ? '' : alt}
          width={width}
          height={height}
          draggable={false}
          className={state === 'there' ? 'there' : undefined}
          onLoad={() => setState('there')}
          onError={() => setState('failed')}
        />
        {state !== 'there' && tries > 0 && <span className="pic-wait">{t('pictureLoading')}</span>}
      </span>
    </span>
  );
}
