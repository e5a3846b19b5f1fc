import { useEffect, useRef, useState, type CSSProperties, type PointerEvent, type RefObject } from 'react';
import { placeAt, scrollStep, shiftOf, type Row } from './order';

interface Drag {
  readonly from: number;
  readonly to: number;
  readonly dy: number;
  readonly rows: readonly Row[];
}

interface Grip {
  readonly pointerId: number;
  readonly from: number;
  /** Where on the page, not on the screen, it was taken. */
  readonly startY: number;
  readonly rows: readonly Row[];
  clientY: number;
}

export interface Dragging {
  /** The item that is held; null while none is. */
  readonly from: number | null;
  /** How the item at `index` is moved just now. */
  styleOf(index: number): CSSProperties | undefined;
  /** Handlers of the grip of the item at `index`. */
  gripOf(index: number): {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(): void;
  };
}

/** Drags the items of a list by their grips with mouse, pen or finger; near an edge of the screen the page scrolls along. */
export function useDrag(list: RefObject<HTMLElement | null>, onDrop: (from: number, to: number) => void): Dragging {
  const [drag, setDrag] = useState<Drag | null>(null);
  const grip = useRef<Grip | null>(null);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const follow = (held: Grip) => {
    const dy = held.clientY + window.scrollY - held.startY;
    setDrag({ from: held.from, to: placeAt(held.rows, held.from, dy), dy, rows: held.rows });
  };
  const scrollAlong = () => {
    const held = grip.current;
    if (held === null) return;
    const step = scrollStep(held.clientY, window.innerHeight);
    if (step !== 0) {
      window.scrollBy(0, step);
      follow(held);
    }
    frame.current = requestAnimationFrame(scrollAlong);
  };
  const release = () => {
    cancelAnimationFrame(frame.current);
    grip.current = null;
    setDrag(null);
  };

  return {
    from: drag?.from ?? null,
    styleOf(index) {
      if (drag === null) return undefined;
      const shift = index === drag.from ? drag.dy : shiftOf(drag.rows, index, drag.from, drag.to);
      return { transform: `translateY(${shift}px)` };
    },
    gripOf: (index) => ({
      onPointerDown(event) {
        if (grip.current !== null || event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const startY = event.clientY + window.scrollY;
        const rows = rowsOf(list.current);
        grip.current = { pointerId: event.pointerId, from: index, startY, rows, clientY: event.clientY };
        follow(grip.current);
        frame.current = requestAnimationFrame(scrollAlong);
      },
      onPointerMove(event) {
        const held = grip.current;
        if (held?.pointerId !== event.pointerId) return;
        held.clientY = event.clientY;
        follow(held);
      },
      onPointerUp(event) {
        const held = grip.current;
        if (held?.pointerId !== event.pointerId) return;
        const to = placeAt(held.rows, held.from, event.clientY + window.scrollY - held.startY);
        release();
        if (to !== held.from) onDrop(held.from, to);
      },
      onPointerCancel: release,
    }),
  };
}

function rowsOf(list: HTMLElement | null): Row[] {
  const items = list === null ? [] : Array.from(list.children);
  return items.map((item) => {
    const { top, height } = item.getBoundingClientRect();
    return { top: top + window.scrollY, height };
  });
}
