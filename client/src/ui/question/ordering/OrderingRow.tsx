import type { CSSProperties, KeyboardEvent } from 'react';
import type { OptionView } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../BreakText';
import { Glyph, identityOf, letterOf } from '../../Glyph';
import { Icon } from '../../Icon';
import { Picture } from '../picture/Picture';
import { partWords } from '../words-parts';
import type { Dragging } from './use-drag';

export type Direction = 'up' | 'down';

interface OrderingRowProps {
  option: OptionView;
  /** Place in the question's own list: decides letter, shape and colour. */
  index: number;
  /** Place in the order, from 0. */
  place: number;
  count: number;
  isFixed: boolean;
  isHeld: boolean;
  style: CSSProperties | undefined;
  grip: ReturnType<Dragging['gripOf']>;
  onMove(direction: Direction): void;
}

/** One item: the number of its place stays where it is, the card moves. */
export function OrderingRow(props: OrderingRowProps) {
  const { option, index, place, count, isFixed, isHeld, style, grip, onMove } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isFixed || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? 'up' : 'down');
  };
  const isBare = option.text === null && option.media === undefined;
  return (
    <li data-id={option.id}>
      <b className="ord-n">{place + 1}</b>
      <div
        className={`ord-card ${identityOf(index)}${isHeld ? ' held' : ''}${isBare ? ' bare' : ''}`}
        style={style}
        onKeyDown={onKeyDown}
      >
        <span className={`id${isFixed ? '' : ' grip'}`} {...(isFixed ? {} : grip)}>
          <Glyph index={index} />
        </span>
        <span className="vh">{letterOf(index)}</span>
        <span className="t">
          {option.media !== undefined && <Picture media={option.media} isInWords={option.text !== null} />}
          {option.text !== null && <BreakText text={option.text} />}
        </span>
        {!isFixed && (
          <>
            <MoveButton direction="up" letter={letterOf(index)} isEnd={place === 0} onMove={onMove} />
            <MoveButton direction="down" letter={letterOf(index)} isEnd={place === count - 1} onMove={onMove} />
          </>
        )}
      </div>
    </li>
  );
}

interface MoveButtonProps {
  direction: Direction;
  letter: string;
  isEnd: boolean;
  onMove(direction: Direction): void;
}

function MoveButton({ direction, letter, isEnd, onMove }: MoveButtonProps) {
  const t = useWords(partWords);
  return (
    <button
      type="button"
      className="ord-move"
      data-move={direction}
      // Not disabled: at the end of its way it keeps the focus.
      aria-disabled={isEnd || undefined}
      aria-label={t(direction === 'up' ? 'moveUp' : 'moveDown', { letter })}
      onClick={() => {
        if (!isEnd) onMove(direction);
      }}
    >
      <Icon name={direction} />
    </button>
  );
}
