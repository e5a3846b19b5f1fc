import type { ReactNode } from 'react';

/** Fields that can be changed no more are shown and disabled together. */
export function Fixed({ isFixed, children }: { isFixed: boolean; children: ReactNode }) {
  return (
    <fieldset className="cd-fixed" disabled={isFixed}>
      {children}
    </fieldset>
  );
}
