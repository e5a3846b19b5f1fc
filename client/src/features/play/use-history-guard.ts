import { useEffect } from 'react';

/**
 * A swipe from the edge must not lead out of the round: one more entry for this page lies in the history, and going back
 * lays it there again. Laid at a tap, since browsers skip entries that no tap has earned.
 */
export function useHistoryGuard(): void {
  useEffect(() => {
    let isLaid = false;
    const lay = () => {
      if (isLaid) return;
      isLaid = true;
      window.history.pushState({ isRoundGuard: true }, '', window.location.href);
    };
    const onPop = () => {
      isLaid = false;
      lay();
    };
    if (isGuard(window.history.state)) isLaid = true;
    lay();
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, []);
}

function isGuard(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'isRoundGuard' in state;
}
