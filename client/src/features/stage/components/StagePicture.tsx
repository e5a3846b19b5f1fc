import { useEffect, useState, type ReactNode } from 'react';
import type { MediaView } from '@anquanli/contract/question';

interface StagePictureProps {
  media: MediaView;
  /** Drawn over the picture, in a box 1000 wide and as high as the picture is then. */
  children?: ReactNode;
  className?: string;
}

const RETRY_MS = 2_000;

/** Width of the box that drawings over a picture are made in. */
export const PICTURE_WIDTH = 1_000;

/** A picture as large as its place allows, whole, with what is drawn over it. A failed one is fetched again. */
export function StagePicture({ media, children, className = '' }: StagePictureProps) {
  const [tries, setTries] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const height = (PICTURE_WIDTH * media.height) / media.width;
  useEffect(() => {
    if (!hasFailed) return;
    const timer = setTimeout(() => {
      setFailed(false);
      setTries((before) => before + 1);
    }, RETRY_MS);
    return () => clearTimeout(timer);
  }, [hasFailed]);
  return (
    <div className={`st-pic ${className}`}>
      <svg viewBox={`0 0 ${PICTURE_WIDTH} ${height}`} role="img" aria-label={media.alt}>
        <rect className="st-pic-ground" width={PICTURE_WIDTH} height={height} rx="12" />
        <image
          key={tries}
          href={media.src}
          width={PICTURE_WIDTH}
          height={height}
          preserveAspectRatio="none"
          onError={() => setFailed(true)}
        />
        {children}
      </svg>
    </div>
  );
}

/** The pictures of a stem, beside each other; nothing where there is none. */
export function StagePictures({ media }: { media: readonly MediaView[] }) {
  if (media.length === 0) return null;
  return (
    <div className="st-pics">
      {media.map((picture) => (
        <StagePicture key={picture.src} media={picture} />
      ))}
    </div>
  );
}
