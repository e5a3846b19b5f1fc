import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { BankMedia } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import type { Point } from '../model/bank-types';
import { mediaSource } from '../model/media';
import { shapeFromDrag } from '../model/zones';
import { zoneWords } from '../words-zones';
import type { ZoneCanvasState } from './use-zone-canvas';
import { CornersMark, ZoneHandles, ZoneMark } from './ZoneMarks';
import { ZoneTools } from './ZoneTools';

const STEP = 0.01;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

interface ZoneCanvasProps extends ZoneCanvasState {
  picture: BankMedia;
  ratio: number;
}

/** The picture with its zones: drawn, moved and resized with pointer or keys. */
export function ZoneCanvas({ picture, ratio, canvas, act }: ZoneCanvasProps) {
  const t = useWords(zoneWords);
  const surface = useRef<SVGSVGElement>(null);
  const { gesture, corners, selected, tool } = canvas;
  const chosen = canvas.zones.find(({ id }) => id === selected);
  const sketch = gesture?.is === 'drawing' ? shapeFromDrag(gesture.shape, gesture.from, gesture.to, ratio) : null;

  function at(event: PointerEvent): Point {
    const box = surface.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return [0, 0];
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  function press(event: PointerEvent<SVGSVGElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    act({ do: 'press', at: at(event) });
  }

  function key(event: KeyboardEvent) {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined && selected !== null) act({ do: 'nudge', dx: arrow[0], dy: arrow[1] });
    else if (event.key === 'Delete' || event.key === 'Backspace') act({ do: 'remove' });
    else if (event.key === 'Escape') act({ do: 'cancel' });
    else if (event.key === 'Enter' && corners.length > 0) act({ do: 'close' });
    else if (event.key === 'Enter' && tool !== 'select') act({ do: 'put', shape: tool });
    else return;
    event.preventDefault();
  }

  return (
    <div className="bk-canvas">
      <ZoneTools canvas={canvas} act={act} />
      <div className="bk-canvas-picture">
        <img src={mediaSource(picture)} alt={picture.alt} draggable={false} />
        <svg
          ref={surface}
          viewBox={`0 0 1000 ${1000 * ratio}`}
          preserveAspectRatio="none"
          role="application"
          aria-label={t('canvasLabel')}
          tabIndex={0}
          className={tool}
          onPointerDown={press}
          onPointerMove={(event) => gesture !== null && act({ do: 'drag', at: at(event) })}
          onPointerUp={() => act({ do: 'release' })}
          onPointerCancel={() => act({ do: 'cancel' })}
          onKeyDown={key}
        >
          {canvas.zones.map((zone, index) => (
            <ZoneMark key={zone.id} zone={zone} no={index + 1} isSelected={zone.id === selected} ratio={ratio} />
          ))}
          {sketch !== null && (
            <ZoneMark
              zone={{ ...sketch, id: '', label: '', feedback: '', isRight: true }}
              no={null}
              isSelected
              ratio={ratio}
            />
          )}
          {chosen !== undefined && tool === 'select' && <ZoneHandles zone={chosen} ratio={ratio} />}
          <CornersMark corners={corners} ratio={ratio} />
        </svg>
      </div>
      <p className="dk-note">
        <span>{t(`hint_${tool}`)}</span>
      </p>
    </div>
  );
}
