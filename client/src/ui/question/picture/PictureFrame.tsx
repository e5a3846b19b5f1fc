import type { CSSProperties, ReactNode } from 'react';
import type { MediaView, PointInPicture } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { Icon } from '../../Icon';
import type { CanvasKeys } from '../hotspot/use-crosshair';
import { partWords } from '../words-parts';
import { Picture } from './Picture';
import './picture-frame.css';
import { useGestures } from './use-gestures';
import type { ZoomView } from './use-zoom';
import { MOST_SCALE } from './zoom';

interface PictureFrameProps {
  media: MediaView;
  view: ZoomView;
  onTap?: ((at: PointInPicture) => void) | undefined;
  onDoubleTap?: (() => void) | undefined;
  /** Makes the picture a place for the keyboard; `label` then says how. */
  keys?: CanvasKeys | undefined;
  label?: string;
  /** Beside the zoom buttons. */
  aside?: ReactNode;
  /** What lies on the picture, placed in shares of it. Its size on the screen stays: `--zoom` is how much to take back. */
  children?: ReactNode;
}

/** A picture that can be zoomed and moved in its frame, with what lies on it. */
export function PictureFrame(props: PictureFrameProps) {
  const { media, view, onTap, onDoubleTap, keys, label, aside, children } = props;
  const { zoom } = view;
  const gestures = useGestures({ view, onTap, onDoubleTap });
  const isCanvas = keys !== undefined;
  const layer = {
    transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})`,
    '--zoom': zoom.scale,
  } as CSSProperties;
  return (
    <div className="zoom">
      <div
        ref={view.box}
        className={`zoom-frame${zoom.scale > 1 ? ' larger' : ''}${onTap === undefined ? '' : ' live'}`}
        style={{ '--ratio': media.width / media.height } as CSSProperties}
        {...gestures}
        {...(isCanvas ? { tabIndex: 0, role: 'application', 'aria-label': label } : {})}
        onKeyDown={keys?.onKeyDown}
        onBlur={keys?.onBlur}
      >
        <div className="zoom-layer" style={layer}>
          <Picture media={media} className="whole" />
          {children}
        </div>
      </div>
      {isCanvas && (
        <span className="vh" role="status">
          {keys.said}
        </span>
      )}
      <div className="zoom-bar">
        <div className="zoom-aside">{aside}</div>
        <ZoomKey name="minus" label="zoomOut" isEnd={zoom.scale <= 1} onPress={() => view.zoomBy(1 / 1.5)} />
        <ZoomKey name="plus" label="zoomIn" isEnd={zoom.scale >= MOST_SCALE} onPress={() => view.zoomBy(1.5)} />
      </div>
    </div>
  );
}

interface ZoomKeyProps {
  name: 'plus' | 'minus';
  label: 'zoomIn' | 'zoomOut';
  isEnd: boolean;
  onPress(): void;
}

function ZoomKey({ name, label, isEnd, onPress }: ZoomKeyProps) {
  const t = useWords(partWords);
  return (
    <button
      type="button"
      className="zoom-key"
      aria-label={t(label)}
      aria-disabled={isEnd || undefined}
      onClick={() => {
        if (!isEnd) onPress();
      }}
    >
      <Icon name={name} />
    </button>
  );
}
