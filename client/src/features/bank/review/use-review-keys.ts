import { useLayoutEffect, useRef } from 'react';

interface ReviewKeys {
  onNumber(n: number): void;
  onSubmit(): void;
  onNext(): void;
  onSource(): void;
  onApprove(): void;
}

/** Hundreds of questions without the mouse. Somebody who types, or has a button in focus, is left alone. */
export function useReviewKeys(keys: ReviewKeys): void {
  const newest = useRef(keys);
  newest.current = keys;
  // From the moment at which the question is drawn: who is quick has pressed before the page comes to its other effects.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const { onNumber, onSubmit, onNext, onSource, onApprove } = newest.current;
      const key = event.key.toLowerCase();
      if (/^[1-9]$/.test(key)) onNumber(Number(key));
      else if (key === 'enter' && !isPressable(event.target)) onSubmit();
      else if (key === 'n') onNext();
      else if (key === 's') onSource();
      else if (key === 'a') onApprove();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select')
  );
}

/** Enter presses what is in focus; an option that was just clicked is no such thing. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('a, button') && target.closest('.dk-phone') === null;
}
