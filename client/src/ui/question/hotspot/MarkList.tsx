import type { PointInPicture } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { partWords } from '../words-parts';

interface MarkListProps {
  points: readonly PointInPicture[];
  /** Absent: the marks can only be looked at. */
  onRemove: ((index: number) => void) | undefined;
}

/** The marks in a picture, numbered in the order they were made. Fingers go through them to the picture, which knows what was meant. */
export function MarkList({ points, onRemove }: MarkListProps) {
  const t = useWords(partWords);
  return (
    <>
      {points.map(([x, y], index) => {
        const style = { left: `${x * 100}%`, top: `${y * 100}%` };
        const number = <b aria-hidden="true">{index + 1}</b>;
        return onRemove === undefined ? (
          <span key={index} className="hot-mark" style={style}>
            {number}
          </span>
        ) : (
          <button
            key={index}
            type="button"
            className="hot-mark"
            style={style}
            aria-label={t('markNo', { no: index + 1 })}
            onClick={() => onRemove(index)}
            // Enter and the space bar are meant for the mark, not for the crosshair.
            onKeyDown={(event) => event.stopPropagation()}
          >
            {number}
          </button>
        );
      })}
    </>
  );
}
