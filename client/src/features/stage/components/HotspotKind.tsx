import type { Distribution, Zone } from '@anquanli/contract/question';
import { formatNumber, useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { formOf } from '../../../ui/question/asked';
import { middleOf, outlineOf } from '../../../ui/question/hotspot/zones';
import { percentOf } from '../model/bars';
import { cellsOf, hottest } from '../model/heat';
import { stageWords } from '../words';
import type { BarsProps, OptionsProps } from './kind-view';
import { PICTURE_WIDTH, StagePicture } from './StagePicture';
import { WayToAnswer } from './WayToAnswer';

/** The picture to be tapped, as large as it can be; the stem stands beside it. */
export function HotspotCanvas({ question }: OptionsProps) {
  const [picture] = question.media;
  const { mode } = formOf(question, 'hotspot');
  return (
    <div className="st-canvas">
      {picture !== undefined && <StagePicture media={picture} />}
      <WayToAnswer icon="tap" text={mode === 'find-all' ? 'tapAllOnPhone' : 'tapOnPhone'} />
    </div>
  );
}

/** Where the hall tapped, over the picture; what was to be found is outlined, and named below with how many found it. */
export function HotspotHeat({ question, revelation, distribution }: BarsProps) {
  const t = useWords(stageWords);
  const [picture] = question.media;
  const { key, voidReason } = revelation;
  if (key.kind !== 'hotspot') return null;
  const zones = voidReason === null ? key.zones : [];
  return (
    <div className="st-heat">
      {picture !== undefined && (
        <StagePicture media={picture}>
          <HeatCells distribution={distribution} height={(PICTURE_WIDTH * picture.height) / picture.width} />
          {zones.map((zone, index) => (
            <ZoneOutline key={zone.id} zone={zone} no={index + 1} size={picture} />
          ))}
        </StagePicture>
      )}
      <ol className={`st-zones ${zones.length > 4 ? 'has-many' : ''}`}>
        {zones.map(({ id, label }, index) => {
          const count = distribution.choices.find((choice) => choice.id === id)?.count ?? 0;
          const share = distribution.answered === 0 ? 0 : Math.min(1, count / distribution.answered);
          return (
            <li key={id}>
              <b className="st-zone-no">{index + 1}</b>
              <span className="st-words" data-fit="width">
                <BreakText text={label} />
              </span>
              <b>{percentOf(share)}%</b>
              <small>{t('chosenBy', { count: formatNumber(count) })}</small>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** How many cells are named by their number: ▲ says where most tapped, also to those who do not see the colours. */
const NAMED_CELLS = 3;

function HeatCells({ distribution, height }: { distribution: Distribution; height: number }) {
  const { heat } = distribution;
  if (heat === undefined) return null;
  const [w, h] = [PICTURE_WIDTH / heat.columns, height / heat.rows];
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
      {hottest(heat, NAMED_CELLS).map(({ column, row, taps }) => (
        <g key={`${column} ${row}`} transform={`translate(${(column + 0.5) * w} ${(row + 0.5) * h})`}>
          <rect className="st-hottest" x="-36" y="-15" width="72" height="30" rx="15" />
          <text className="st-hottest-text" y="8">{`▲ ${formatNumber(taps)}`}</text>
        </g>
      ))}
    </g>
  );
}

function ZoneOutline({ zone, no, size }: { zone: Zone; no: number; size: { width: number; height: number } }) {
  const [x, y] = middleOf(zone);
  const top = topOf(zone);
  const height = (PICTURE_WIDTH * size.height) / size.width;
  return (
    <g aria-hidden="true">
      <path className="st-outline-under" d={outlineOf(zone, size)} />
      <path className="st-outline" d={outlineOf(zone, size)} />
      {/* On the upper edge of the zone, so that the number hides neither what is there nor the heat. */}
      <g transform={`translate(${x * PICTURE_WIDTH} ${Math.max(24, (top ?? y) * height)})`}>
        <circle className="st-outline-no" r="21" />
        <text className="st-outline-text" y="10">
          {no}
        </text>
      </g>
    </g>
  );
}

/** The upper edge of a zone, as a share of the height; a circle's follows from its outline only, so its middle will do. */
function topOf(zone: Zone): number | null {
  if (zone.shape === 'rect') return Math.min(zone.from[1], zone.to[1]);
  return zone.shape === 'poly' ? Math.min(...zone.points.map(([, y]) => y)) : null;
}
