import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { formOf } from '../../../ui/question/asked';
import { percentOf } from '../model/bars';
import { HeatCells, HottestCells, ZoneOutline } from './HeatDrawing';
import type { BarsProps, OptionsProps } from './kind-view';
import { StagePicture } from './StagePicture';
import { WayToAnswer } from './WayToAnswer';
import { stageWords } from '../words';

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

/** Where the hall tapped, over the picture, and what was to be found in outline. */
export function HotspotHeat({ question, revelation, distribution }: BarsProps) {
  const [picture] = question.media;
  const zones = zonesOf(revelation);
  if (picture === undefined) return <div />;
  return (
    <StagePicture media={picture}>
      <HeatCells heat={distribution.heat} size={picture} />
      {zones.map((zone, index) => (
        <ZoneOutline key={zone.id} zone={zone} no={index + 1} size={picture} />
      ))}
      <HottestCells heat={distribution.heat} size={picture} />
    </StagePicture>
  );
}

/** Beside the picture: what was to be found by name, and how much of the hall found it. */
export function HotspotNames({ revelation, distribution }: BarsProps) {
  const t = useWords(stageWords);
  const zones = zonesOf(revelation);
  if (zones.length === 0) return null;
  return (
    <ol className={`st-zones ${zones.length > 6 ? 'has-many' : ''}`} aria-label={t('found')}>
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
          </li>
        );
      })}
    </ol>
  );
}

/** A withdrawn question has no right places any more. */
function zonesOf({ key, voidReason }: BarsProps['revelation']) {
  return key.kind === 'hotspot' && voidReason === null ? key.zones : [];
}
