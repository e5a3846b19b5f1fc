import { useEffect } from 'react';
import { createKeepAwake } from '../../lib/keep-awake';

/** Keeps the screen on while the page is shown; each tap is a chance to start what needs one. */
export function useKeptAwake(): void {
  useEffect(() => {
    const awake = createKeepAwake();
    const start = () => awake.start();
    start();
    document.addEventListener('click', start);
    return () => {
      document.removeEventListener('click', start);
      awake.stop();
    };
  }, []);
}
