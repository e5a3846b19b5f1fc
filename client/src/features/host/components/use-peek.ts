import { useCallback, useEffect, useState } from 'react';
import { isTyping } from '../model/typing';

interface Peek {
  readonly isPeeking: boolean;
  /** For the button to hold, with pointer or keyboard. */
  readonly hold: {
    onPointerDown(): void;
    onPointerUp(): void;
    onPointerLeave(): void;
    onPointerCancel(): void;
    onBlur(): void;
    onKeyDown(event: { key: string }): void;
    onKeyUp(): void;
    onContextMenu(event: { preventDefault(): void }): void;
  };
}

/** Shows a secret only while a button or the key P is held; whatever takes the attention away ends it. */
export function usePeek(): Peek {
  const [isPeeking, setPeeking] = useState(false);
  const start = useCallback(() => setPeeking(true), []);
  const end = useCallback(() => setPeeking(false), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      start();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('keyup', end);
    document.addEventListener('visibilitychange', end);
    window.addEventListener('blur', end);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('keyup', end);
      document.removeEventListener('visibilitychange', end);
      window.removeEventListener('blur', end);
    };
  }, [start, end]);
  return {
    isPeeking,
    hold: {
      onPointerDown: start,
      onPointerUp: end,
      onPointerLeave: end,
      onPointerCancel: end,
      onBlur: end,
      onKeyDown: (event) => {
        if (event.key === ' ' || event.key === 'Enter') start();
      },
      onKeyUp: end,
      // A long press on a phone would open the menu of the browser.
      onContextMenu: (event) => event.preventDefault(),
    },
  };
}
