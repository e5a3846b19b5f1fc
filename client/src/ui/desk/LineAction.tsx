import type { ComponentProps } from 'react';

interface LineActionProps extends ComponentProps<'button'> {
  /** What it is done to: heard, not seen, as many lines have the same action. */
  about: string;
}

/** An action in the line of a table or list. */
export function LineAction({ about, className = '', children, ...button }: LineActionProps) {
  return (
    <button {...button} type="button" className={`dk-link ${className}`}>
      {children}
      <span className="vh"> {about}</span>
    </button>
  );
}
