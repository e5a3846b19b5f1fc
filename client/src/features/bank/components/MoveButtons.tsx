import { Icon } from '../../../ui/Icon';

interface MoveButtonsProps {
  index: number;
  count: number;
  words: { up: string; down: string };
  onMove(to: number): void;
}

/** Up and down, for those who cannot or do not drag. */
export function MoveButtons({ index, count, words, onMove }: MoveButtonsProps) {
  return (
    <span className="bk-moves">
      <button
        type="button"
        className="dk-small"
        aria-label={words.up}
        title={words.up}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        className="dk-small"
        aria-label={words.down}
        title={words.down}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      >
        <Icon name="down" />
      </button>
    </span>
  );
}
