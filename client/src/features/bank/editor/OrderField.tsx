import { useRef, useState, type DragEvent } from 'react';
import { useWords } from '../../../lib/i18n';
import { FieldGroup } from '../../../ui/desk/Field';
import { Glyph, identityOf, letterOf } from '../../../ui/Glyph';
import { MoveButtons } from '../components/MoveButtons';
import { moved } from '../model/draft';
import { answerWords } from '../words-answer';
import type { EditorPart } from './editor-part';

/** The right order: dragged, or moved with the buttons. */
export function OrderField({ draft, change, problemWithin }: EditorPart) {
  const t = useWords(answerWords);
  const from = useRef<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const { order, options } = draft;

  function drop(event: DragEvent, to: number) {
    event.preventDefault();
    if (from.current !== null) change({ ...draft, order: moved(order, from.current, to) });
    from.current = null;
    setOver(null);
  }

  return (
    <FieldGroup label={t('order')} help={t('orderHelp')} problem={problemWithin('answer')}>
      <ol className="bk-order">
        {order.map((id, place) => {
          const index = options.findIndex((option) => option.id === id);
          const letter = letterOf(index);
          return (
            <li
              key={id}
              className={`${identityOf(index)}${over === place ? ' over' : ''}`}
              draggable
              onDragStart={(event) => {
                from.current = place;
                event.dataTransfer.effectAllowed = 'move';
              }}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(place);
              }}
              onDragEnd={() => setOver(null)}
              onDrop={(event) => drop(event, place)}
            >
              <b className="num">{place + 1}</b>
              <Glyph index={index} />
              <span>{options[index]?.text || t('itemText', { n: index + 1 })}</span>
              <MoveButtons
                index={place}
                count={order.length}
                words={{ up: t('moveUp', { letter }), down: t('moveDown', { letter }) }}
                onMove={(to) => change({ ...draft, order: moved(order, place, to) })}
              />
            </li>
          );
        })}
      </ol>
    </FieldGroup>
  );
}
