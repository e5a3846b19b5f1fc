import { useState } from 'react';
import type { BankMedia } from '@anquanli/contract/bank';
import type { DraftZone } from '../model/draft';
import { blankCanvas, canvasAfter, type Canvas, type CanvasAction } from '../model/zone-canvas';

/** A handle is caught within 2.5 % of the picture's width: some 16 px of a desk's picture. */
const REACH = 0.025;

export interface ZoneCanvasState {
  readonly canvas: Canvas;
  act(action: CanvasAction): void;
}

/** The zones are the draft's; only what the pointer is doing is kept here. */
export function useZoneCanvas(
  zones: readonly DraftZone[],
  picture: BankMedia | null,
  onZones: (zones: DraftZone[]) => void,
): ZoneCanvasState & { ratio: number } {
  const [state, setState] = useState(() => blankCanvas(zones));
  const canvas: Canvas = { ...state, zones };
  const ratio = picture === null ? 1 : picture.height / picture.width;
  return {
    canvas,
    ratio,
    act(action) {
      const next = canvasAfter(canvas, action, { ratio, reach: REACH });
      setState(next);
      if (next.zones !== canvas.zones) onZones([...next.zones]);
    },
  };
}
