import { useEffect, useState } from 'react';

const COUNT_MS = 700;

/** A figure that counts up to `target` once, 700 ms, easing out; at once where less motion is wanted. */
export function useCountUp(target: number): number {
  const [shown, setShown] = useState(() => (wantsLessMotion() ? target : 0));
  useEffect(() => {
    if (wantsLessMotion()) {
      setShown(target);
      return undefined;
    }
    let startedAt: number | null = null;
    let frame = requestAnimationFrame(function tick(at) {
      startedAt ??= at;
      const share = Math.min(1, (at - startedAt) / COUNT_MS);
      setShown(Math.round(target * (1 - (1 - share) ** 3)));
      if (share < 1) frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
}

function wantsLessMotion(): boolean {
  return typeof window.matchMedia === 'function' && window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
