import type { HTMLAttributes } from 'react';

/** A card. */
export function Plate({ className = '', children, ...rest }: HTMLAttributes<HTMLElement>) {
  return (
    <section {...rest} className={`plate ${className}`}>
      {children}
    </section>
  );
}
