import { useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { vibrate } from '../../../lib/vibrate';
import { letterOf } from '../../Glyph';
import type { InputProps } from '../input-props';
import { selectionFor } from '../selection';
import { partWords } from '../words-parts';
import { movedTo } from './order';
import { OrderingRow, type Direction } from './OrderingRow';
import './ordering.css';
import { useDrag } from './use-drag';

/** The options in a column: dragged by their colour, or moved by arrows. Letter and shape stay with the option. */
export function OrderingInput({ question, selection, isFixed, onChange }: InputProps) {
  const t = useWords(partWords);
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');
  const focus = useFocusAfterMove(list);
  const selected = selectionFor(question, selection);
  const order = selected.by === 'order' ? selected.order : [];
  const letter = (id: string) => letterOf(question.options.findIndex((option) => option.id === id));

  const move = (from: number, to: number) => {
    const id = order[from];
    if (id === undefined || to < 0 || to >= order.length) return;
    vibrate(15);
    setSaid(t('moved', { letter: letter(id), place: to + 1, count: order.length }));
    onChange({ by: 'order', order: movedTo(order, from, to) });
  };
  const drag = useDrag(list, move);

  return (
    <div className="ord">
      {!isFixed && <p className="ord-help">{t('orderHelp')}</p>}
      <ol ref={list} className={drag.from === null ? 'ord-list' : 'ord-list held'} aria-label={t('orderList')}>
        {order.map((id, place) => {
          const index = question.options.findIndex((option) => option.id === id);
          const option = question.options[index];
          return (
            option !== undefined && (
              <OrderingRow
                key={id}
                option={option}
                index={index}
                place={place}
                count={order.length}
                isFixed={isFixed}
                isHeld={drag.from === place}
                style={drag.styleOf(place)}
                grip={drag.gripOf(place)}
                onMove={(direction: Direction) => {
                  focus({ id, direction });
                  move(place, place + (direction === 'up' ? -1 : 1));
                }}
              />
            )
          );
        })}
      </ol>
      <span className="vh" role="status">
        {said}
      </span>
    </div>
  );
}

interface Target {
  readonly id: string;
  readonly direction: Direction;
}

/** A row that moves in the page loses the focus: it gets it back, so that Enter can be pressed again. */
function useFocusAfterMove(list: { current: HTMLOListElement | null }): (target: Target) => void {
  const target = useRef<Target | null>(null);
  useLayoutEffect(() => {
    if (target.current === null) return;
    const { id, direction } = target.current;
    target.current = null;
    list.current?.querySelector<HTMLElement>(`[data-id="${id}"] [data-move="${direction}"]`)?.focus();
  });
  return (next) => {
    target.current = next;
  };
}
