import type { Distribution, Zone } from '@anquanli/contract/question';
import { formatNumber } from '../../../lib/i18n';
import { middleOf, outlineOf } from '../../../ui/question/hotspot/zones';
import { cellsOf, hottest } from '../model/heat';
import { PICTURE_WIDTH } from './StagePicture';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface HeatProps {
  heat: Distribution['heat'];
  size: Size;
}

/** How many cells are named by their number: ▲ says where most tapped, also to those who do not see the colours. */
const NAMED_CELLS = 3;
/** A picture higher than this is drawn narrower on the stage; what is written on it grows by so much. */
const USUAL_HEIGHT = 700;

function heightOf({ width, height }: Size): number {
  return (PICTURE_WIDTH * height) / width;
}

function writingScale(size: Size): number {
  return Math.max(1, heightOf(size) / USUAL_HEIGHT);
}

/** The grid of taps: the more, the stronger. */
export function HeatCells({ heat, size }: HeatProps) {
  if (heat === undefined) return null;
  const [w, h] = [PICTURE_WIDTH / heat.columns, heightOf(size) / heat.rows];
  return (
    <g aria-hidden="true">
      {cellsOf(heat).map(({ column, row, strength }) => (
        <rect
          key={`${column} ${row}`}
          className="st-cell"
          x={column * w}
          y={row * h}
          width={w}
          height={h}
          rx={Math.min(w, h) / 4}
          fillOpacity={0.25 + 0.65 * strength}
        />
      ))}
    </g>
  );
}

export function HottestCells({ heat, size }: HeatProps) {
  if (heat === undefined) return null;
  const [w, h] = [PICTURE_WIDTH / heat.columns, heightOf(size) / heat.rows];
  return (
    <g aria-hidden="true">
      {hottest(heat, NAMED_CELLS).map(({ column, row, taps }) => (
        <g
          key={`${column} ${row}`}
          transform={`translate(${(column + 0.5) * w} ${(row + 0.5) * h}) scale(${writingScale(size)})`}
        >
          <rect className="st-hottest" x="-40" y="-17" width="80" height="34" rx="17" />
          <text className="st-hottest-text" y="9">{`▲ ${formatNumber(taps)}`}</text>
        </g>
      ))}
    </g>
  );
}

/** A place in outline, its number on the upper edge, so that it hides neither what is there nor the heat. */
export function ZoneOutline({ zone, no, size }: { zone: Zone; no: number; size: Size }) {
  const [x] = middleOf(zone);
  const scale = writingScale(size);
  const top = Math.max(24 * scale, topOf(zone, size) * heightOf(size));
  return (
    <g aria-hidden="true">
      <path className="st-outline-under" d={outlineOf(zone, size)} />
      <path className="st-outline" d={outlineOf(zone, size)} />
      <g transform={`translate(${x * PICTURE_WIDTH} ${top}) scale(${scale})`}>
        <circle className="st-outline-no" r="21" />
        <text className="st-outline-text" y="10">
          {no}
        </text>
      </g>
    </g>
  );
}

/** The upper edge of a zone, as a share of the height. */
function topOf(zone: Zone, { width, height }: Size): number {
  switch (zone.shape) {
    case 'rect':
      return Math.min(zone.from[1], zone.to[1]);
    case 'poly':
      return Math.min(...zone.points.map(([, y]) => y));
    case 'circle':
      return zone.center[1] - (zone.r * width) / height;
  }
}
