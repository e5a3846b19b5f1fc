import { useRef, useState, type RefObject } from 'react';
import { WHOLE, zoomedAt, type Frame, type Zoom } from './zoom';

export interface ZoomView {
  readonly zoom: Zoom;
  readonly box: RefObject<HTMLDivElement | null>;
  /** The size of the frame now, in pixels. */
  frame(): Frame;
  set(next: Zoom): void;
  /** Larger or smaller around a place of the picture, in the middle of the frame where none is named. */
  zoomBy(factor: number, place?: readonly [number, number]): void;
}

export function useZoom(): ZoomView {
  const box = useRef<HTMLDivElement>(null);
  const [zoom, set] = useState(WHOLE);
  const frame = (): Frame => {
    const { width = 1, height = 1 } = box.current?.getBoundingClientRect() ?? {};
    return { width, height };
  };
  return {
    zoom,
    box,
    frame,
    set,
    zoomBy(factor, place) {
      const { width, height } = frame();
      const spot =
        place === undefined
          ? { x: width / 2, y: height / 2 }
          : { x: zoom.x + place[0] * width * zoom.scale, y: zoom.y + place[1] * height * zoom.scale };
      set(zoomedAt(zoom, zoom.scale * factor, spot, { width, height }));
    },
  };
}
