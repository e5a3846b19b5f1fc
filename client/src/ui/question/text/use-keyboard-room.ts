import { useEffect } from 'react';

/**
 * Tells the page how much of it lies under the keyboard (`--keyboard`), so that the bar with the button stays above it,
 * and keeps the field that is typed into in sight.
 */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    const root = document.documentElement;
    if (viewport === null || viewport === undefined) return;
    const measure = () => {
      const covered = Math.max(0, window.innerHeight - viewport.height - viewport.offsetTop);
      // Pinched larger the page is not covered, it is only looked at from nearby.
      const keyboard = viewport.scale > 1.05 ? 0 : Math.round(covered);
      root.style.setProperty('--keyboard', `${keyboard}px`);
    };
    const onResize = () => {
      measure();
      const field = document.activeElement;
      if (field instanceof HTMLInputElement) field.scrollIntoView({ block: 'center' });
    };
    measure();
    viewport.addEventListener('resize', onResize);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', onResize);
      viewport.removeEventListener('scroll', measure);
      root.style.removeProperty('--keyboard');
    };
  }, []);
}
