import { useRef, useState } from 'react';
import type { PointInPicture } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { vibrate } from '../../../lib/vibrate';
import { Button } from '../../Button';
import { formOf } from '../asked';
import type { InputProps } from '../input-props';
import { PictureFrame } from '../picture/PictureFrame';
import { useZoom } from '../picture/use-zoom';
import { selectionFor } from '../selection';
import { partWords } from '../words-parts';
import { Crosshair } from './Crosshair';
import './hotspot.css';
import { MarkCounter } from './MarkCounter';
import { MarkList } from './MarkList';
import { countOf, markAt, withMark, withoutMark, type Places } from './marks';
import { PlaceList } from './PlaceList';
import { useCrosshair } from './use-crosshair';

/** A picture to be tapped. Who cannot see or point answers with a list of its places instead; both count together. */
export function HotspotInput({ question, selection, isFixed, onChange }: InputProps) {
  const t = useWords(partWords);
  const [picture] = question.media;
  const { maxClicks: most } = formOf(question, 'hotspot');
  const hasList = question.options.some(({ text }) => text !== null);
  const [isList, setList] = useState(picture === undefined);
  const [isFull, setFull] = useState(false);
  const chosen = selectionFor(question, selection);
  const selected: Places = chosen.by === 'places' ? chosen : { by: 'places', points: [], places: [] };

  const take = (next: Places | null) => {
    vibrate(next === null ? [30, 40, 30] : 15);
    setFull(next === null);
    if (next !== null) onChange(next);
  };
  return (
    <div className="hot">
      {isList || picture === undefined ? (
        <PlaceList {...{ question, selected, most, isFixed }} onChange={take} />
      ) : (
        <Canvas {...{ picture, selected, most, isFixed }} onChange={take} onRevert={onChange} />
      )}
      {isFull && !isFixed && (
        <p className="hot-full" role="alert">
          {t('marksFull', { most })}
        </p>
      )}
      {isList && countOf(selected) > 0 && <MarkCounter selected={selected} most={most} />}
      {hasList && !isFixed && picture !== undefined && (
        <Button kind="text" icon={isList ? 'picture' : 'list'} className="hot-switch" onClick={() => setList(!isList)}>
          {t(isList ? 'byPicture' : 'byList')}
        </Button>
      )}
    </div>
  );
}

interface CanvasProps {
  picture: InputProps['question']['media'][number];
  selected: Places;
  most: number;
  isFixed: boolean;
  onChange(next: Places | null): void;
  onRevert(before: Places): void;
}

function Canvas({ picture, selected, most, isFixed, onChange, onRevert }: CanvasProps) {
  const t = useWords(partWords);
  const view = useZoom();
  /** What was marked before the first tap of a double tap, which only zooms. */
  const before = useRef(selected);
  const mark = (at: PointInPicture) => {
    const { width, height } = view.frame();
    const shown = { width: width * view.zoom.scale, height: height * view.zoom.scale };
    const hit = markAt(selected.points, at, shown);
    onChange(hit === null ? withMark(selected, at, most) : withoutMark(selected, hit));
  };
  const crosshair = useCrosshair({ view, isOff: isFixed, onPress: mark });
  return (
    <PictureFrame
      media={picture}
      view={view}
      label={t('canvas')}
      onTap={
        isFixed
          ? undefined
          : (at) => {
              before.current = selected;
              mark(at);
            }
      }
      onDoubleTap={() => {
        if (!isFixed) onRevert(before.current);
      }}
      keys={crosshair.keys}
      aside={
        <MarkCounter selected={selected} most={most} hint={isFixed ? null : t(most === 1 ? 'markOne' : 'markMany')} />
      }
    >
      <MarkList
        points={selected.points}
        onRemove={isFixed ? undefined : (index) => onChange(withoutMark(selected, index))}
      />
      <Crosshair at={crosshair.at} />
    </PictureFrame>
  );
}
