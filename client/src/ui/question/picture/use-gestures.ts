import { useEffect, useRef, type PointerEvent } from 'react';
import type { PointInPicture } from '@anquanli/contract/question';
import type { ZoomView } from './use-zoom';
import { kept, pinched, shareAt, WHOLE, zoomedAt, type Zoom } from './zoom';

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Gestures {
  view: ZoomView;
  /** A tap at a place of the picture. */
  onTap?: ((at: PointInPicture) => void) | undefined;
  /** The second of two quick taps; the picture zooms by itself. */
  onDoubleTap?: (() => void) | undefined;
}

/** A finger that moves less than this still taps. */
const SLOP_PX = 10;
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_PX = 28;
const DOUBLE_TAP_SCALE = 2.5;

/** One finger taps, or moves a picture that is larger than its frame; two fingers zoom. At full size one finger scrolls the page. */
export function useGestures({ view, onTap, onDoubleTap }: Gestures) {
  const fingers = useRef(new Map<number, Spot>());
  const start = useRef<{ spots: Spot[]; zoom: Zoom; isTap: boolean } | null>(null);
  const lastTap = useRef<(Spot & { at: number }) | null>(null);
  const { box } = view;

  useEffect(() => {
    const frame = box.current;
    const onTouchMove = (event: TouchEvent) => {
      // Two fingers are ours, whatever way they go.
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
    };
    frame?.addEventListener('touchmove', onTouchMove, { passive: false });
    return () => frame?.removeEventListener('touchmove', onTouchMove);
  }, [box]);

  const spotOf = ({ clientX, clientY }: PointerEvent): Spot => {
    const { left = 0, top = 0 } = box.current?.getBoundingClientRect() ?? {};
    return { x: clientX - left, y: clientY - top };
  };
  const begin = (isTap: boolean) => {
    start.current = { spots: Array.from(fingers.current.values()), zoom: view.zoom, isTap };
  };
  const tap = (spot: Spot, at: number) => {
    const before = lastTap.current;
    const isDouble =
      before !== null &&
      at - before.at < DOUBLE_TAP_MS &&
      Math.hypot(spot.x - before.x, spot.y - before.y) < DOUBLE_TAP_PX;
    lastTap.current = isDouble ? null : { ...spot, at };
    if (isDouble) {
      onDoubleTap?.();
      view.set(view.zoom.scale > 1 ? WHOLE : zoomedAt(view.zoom, DOUBLE_TAP_SCALE, spot, view.frame()));
      return;
    }
    const [x, y] = shareAt(view.zoom, spot, view.frame());
    if (x >= 0 && x <= 1 && y >= 0 && y <= 1) onTap?.([x, y]);
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || fingers.current.size > 1) return;
      event.currentTarget.setPointerCapture?.(event.pointerId);
      fingers.current.set(event.pointerId, spotOf(event));
      begin(fingers.current.size === 1);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!fingers.current.has(event.pointerId) || start.current === null) return;
      fingers.current.set(event.pointerId, spotOf(event));
      const { spots, zoom } = start.current;
      const [a, b] = Array.from(fingers.current.values());
      const [a0, b0] = spots;
      if (a === undefined || a0 === undefined) return;
      if (b !== undefined && b0 !== undefined) view.set(pinched(zoom, [a0, b0], [a, b], view.frame()));
      else {
        if (Math.hypot(a.x - a0.x, a.y - a0.y) > SLOP_PX) start.current.isTap = false;
        if (!start.current.isTap && zoom.scale > 1) {
          view.set(kept({ scale: zoom.scale, x: zoom.x + a.x - a0.x, y: zoom.y + a.y - a0.y }, view.frame()));
        }
      }
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (!fingers.current.delete(event.pointerId)) return;
      if (start.current?.isTap === true) tap(spotOf(event), event.timeStamp);
      // The finger that stays after a pinch moves the picture on.
      begin(false);
    },
    onPointerCancel(event: PointerEvent<HTMLElement>) {
      fingers.current.delete(event.pointerId);
      begin(false);
    },
  };
}
