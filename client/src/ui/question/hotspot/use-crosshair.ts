import { useState, type KeyboardEvent } from 'react';
import type { PointInPicture } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import type { ZoomView } from '../picture/use-zoom';
import { showing } from '../picture/zoom';
import { partWords } from '../words-parts';

const STEP = 0.02;
const LARGE_STEP = 0.1;

const DIRECTIONS: Readonly<Record<string, PointInPicture | undefined>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface CrosshairOptions {
  view: ZoomView;
  isOff: boolean;
  onPress(at: PointInPicture): void;
}

export interface CanvasKeys {
  /** What a screen reader says of where the crosshair stands. */
  readonly said: string;
  onKeyDown(event: KeyboardEvent): void;
  onBlur(): void;
}

/** Arrow keys move a crosshair over the picture (with Shift in large steps), Enter or space marks, + and − zoom. */
export function useCrosshair({ view, isOff, onPress }: CrosshairOptions): {
  at: PointInPicture | null;
  keys: CanvasKeys | undefined;
} {
  const t = useWords(partWords);
  const [at, setAt] = useState<PointInPicture | null>(null);
  if (isOff) return { at: null, keys: undefined };

  const moveTo = (next: PointInPicture) => {
    setAt(next);
    view.set(showing(view.zoom, next, view.frame()));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    const here = at ?? [0.5, 0.5];
    if (direction !== undefined) {
      const step = (event.shiftKey ? LARGE_STEP : STEP) / view.zoom.scale;
      moveTo(at === null ? here : [within(here[0] + direction[0] * step), within(here[1] + direction[1] * step)]);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (at === null) moveTo(here);
      else onPress(at);
    } else if (event.key === '+' || event.key === '=') view.zoomBy(1.5, here);
    else if (event.key === '-') view.zoomBy(1 / 1.5, here);
    else return;
    event.preventDefault();
  };
  const said = at === null ? '' : t('crosshairAt', { x: Math.round(at[0] * 100), y: Math.round(at[1] * 100) });
  return { at, keys: { said, onKeyDown, onBlur: () => setAt(null) } };
}

function within(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 1_000) / 1_000;
}
