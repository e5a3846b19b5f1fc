import { useEffect } from 'react';
import { takesSpace } from '../model/typing';

/** The space bar (or a presenter's Page Down) gives the next order; never while typing, never by holding it down. */
export function useSpaceKey(onPress: () => void, isOn: boolean) {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isNext = event.key === ' ' || event.key === 'PageDown';
      if (!isNext || event.repeat || event.ctrlKey || event.metaKey || event.altKey || takesSpace(event.target)) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null) return;
      event.preventDefault();
      onPress();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onPress, isOn]);
}
