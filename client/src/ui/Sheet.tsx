import { useEffect, useRef, type ReactNode } from 'react';

interface SheetProps {
  title: string;
  children: ReactNode;
  onClose(): void;
}

const FOCUSABLE = 'button, input, [href], [tabindex]:not([tabindex="-1"])';

/** A question from below that must be answered or put away (Escape, tap beside it). Keeps the focus while it is open. */
export function Sheet({ title, children, onClose }: SheetProps) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab' && box.current !== null) keepInside(box.current, event);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <div className="sheet-ground" onClick={onClose}>
      <div
        ref={box}
        className="sheet"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        onClick={(event) => event.stopPropagation()}
      >
        <h2 className="h2">{title}</h2>
        {children}
      </div>
    </div>
  );
}

function keepInside(box: HTMLElement, event: KeyboardEvent): void {
  const all = Array.from(box.querySelectorAll<HTMLElement>(FOCUSABLE));
  const [first] = all;
  const last = all[all.length - 1];
  const from = document.activeElement;
  if (event.shiftKey && from === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && from === last) {
    event.preventDefault();
    first?.focus();
  }
}
