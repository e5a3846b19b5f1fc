import type { Point } from '../model/bank-types';
import type { DraftZone } from '../model/draft';
import { handlesOf, middleOf } from '../model/zones';

/*
 * Zones in a box of 1000 × 1000 · ratio, where lengths of x, y and r are the same: shares of the width.
 */

interface MarkProps {
  zone: DraftZone;
  /** null while it is being drawn. */
  no: number | null;
  isSelected: boolean;
  ratio: number;
}

const px = (point: Point, ratio: number): Point => [point[0] * 1000, point[1] * 1000 * ratio];

export function ZoneMark({ zone, no, isSelected, ratio }: MarkProps) {
  const [x, y] = px(middleOf(zone), ratio);
  return (
    <g className={`bk-zone ${zone.isRight ? 'right' : 'decoy'}${isSelected ? ' selected' : ''}`}>
      <Outline zone={zone} ratio={ratio} className="halo" />
      <Outline zone={zone} ratio={ratio} className="edge" />
      {no !== null && (
        <>
          <circle className="plate" cx={x} cy={y} r={22} />
          <text x={x} y={y + 10}>
            {no}
          </text>
        </>
      )}
    </g>
  );
}

function Outline({ zone, ratio, className }: { zone: DraftZone; ratio: number; className: string }) {
  switch (zone.shape) {
    case 'rect': {
      const [[x1, y1], [x2, y2]] = [px(zone.from, ratio), px(zone.to, ratio)];
      return <rect className={className} x={x1} y={y1} width={x2 - x1} height={y2 - y1} />;
    }
    case 'circle': {
      const [cx, cy] = px(zone.center, ratio);
      return <circle className={className} cx={cx} cy={cy} r={zone.r * 1000} />;
    }
    case 'poly':
      return <polygon className={className} points={zone.points.map((point) => px(point, ratio).join()).join(' ')} />;
  }
}

const HANDLE = 18;

export function ZoneHandles({ zone, ratio }: { zone: DraftZone; ratio: number }) {
  return (
    <g className="bk-handles">
      {handlesOf(zone).map(({ key, at }) => {
        const [x, y] = px(at, ratio);
        return (
          <rect
            key={key}
            className={key}
            x={x - HANDLE / 2}
            y={y - HANDLE / 2}
            width={HANDLE}
            height={HANDLE}
            data-handle={key}
          />
        );
      })}
    </g>
  );
}

/** A polygon whose last side is not drawn yet. */
export function CornersMark({ corners, ratio }: { corners: readonly Point[]; ratio: number }) {
  if (corners.length === 0) return null;
  const points = corners.map((corner) => px(corner, ratio));
  return (
    <g className="bk-corners">
      <polyline points={points.map((point) => point.join()).join(' ')} />
      {points.map(([x, y], index) => (
        <circle key={index} className={index === 0 ? 'first' : undefined} cx={x} cy={y} r={index === 0 ? 12 : 8} />
      ))}
    </g>
  );
}
