import { useEffect, useState } from 'react';

/** Whether the page fills the screen, and the switch. Browsers allow it only from a key or a click. */
export function useFullscreen(): [isFullscreen: boolean, toggle: () => void] {
  const [isFullscreen, setFullscreen] = useState(() => isFilled());
  useEffect(() => {
    const note = () => setFullscreen(isFilled());
    document.addEventListener('fullscreenchange', note);
    return () => document.removeEventListener('fullscreenchange', note);
  }, []);
  return [isFullscreen, toggle];
}

function isFilled(): boolean {
  return document.fullscreenElement !== null && document.fullscreenElement !== undefined;
}

function toggle(): void {
  const change = isFilled() ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  // A venue's browser may forbid it; its own key (F11) still works.
  change?.catch(() => undefined);
}
