import { useEffect, useState } from 'react';

const QUIET_MS = 3_000;

/** True from the first movement of the mouse until it has rested for three seconds. */
export function useMouseNear(): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = () => {
      setNear(true);
      clearTimeout(timer);
      timer = setTimeout(() => setNear(false), QUIET_MS);
    };
    window.addEventListener('mousemove', note);
    window.addEventListener('touchstart', note);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('mousemove', note);
      window.removeEventListener('touchstart', note);
    };
  }, []);
  return isNear;
}
