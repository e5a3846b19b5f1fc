import { useWords } from '../../../lib/i18n';
import type { Canvas } from '../model/zone-canvas';
import { zoneWords } from '../words-zones';
import type { ZoneCanvasState } from './use-zone-canvas';

const TOOLS = ['select', 'rect', 'circle', 'poly'] as const satisfies readonly Canvas['tool'][];
const SIGNS = {
  select: 'M5 3l14 8-6 1.5L10 19z',
  rect: 'M4 6h16v12H4z',
  circle: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  poly: 'M12 3l9 7-4 10H6L3 9z',
} as const;

/** What the pointer does on the picture. */
export function ZoneTools({ canvas, act }: ZoneCanvasState) {
  const t = useWords(zoneWords);
  return (
    <div className="bk-tools" role="toolbar" aria-label={t('toolsLabel')}>
      {TOOLS.map((tool) => (
        <button
          key={tool}
          type="button"
          className={canvas.tool === tool ? 'on' : undefined}
          aria-pressed={canvas.tool === tool}
          onClick={() => act({ do: 'tool', tool })}
        >
          <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
            <path d={SIGNS[tool]} />
          </svg>
          {t(`tool_${tool}`)}
        </button>
      ))}
      {canvas.corners.length > 0 && (
        <>
          <button type="button" disabled={canvas.corners.length < 3} onClick={() => act({ do: 'close' })}>
            {t('closePoly')}
          </button>
          <button type="button" onClick={() => act({ do: 'cancel' })}>
            {t('cancelPoly')}
          </button>
        </>
      )}
    </div>
  );
}
