import type { PointInPicture } from '@anquanli/contract/question';

/** Where Enter would mark; only there while arrow keys are used. */
export function Crosshair({ at }: { at: PointInPicture | null }) {
  if (at === null) return null;
  return <i className="hot-cross" style={{ left: `${at[0] * 100}%`, top: `${at[1] * 100}%` }} aria-hidden="true" />;
}
