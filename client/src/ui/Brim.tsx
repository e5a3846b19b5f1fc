import type { ReactNode } from 'react';
import { StepBand } from './StepBand';

interface BrimProps {
  title: ReactNode;
  sub?: ReactNode;
  /** At the right end: the ring. */
  aside?: ReactNode;
  steps?: { count: number; current: number; isCurrentDone?: boolean };
  isLow?: boolean;
}

/** 帽檐: the ink head of a phone screen. */
export function Brim({ title, sub, aside, steps, isLow = false }: BrimProps) {
  return (
    <header className="brim">
      <div className={`brim-row${isLow ? ' low' : ''}`}>
        <div>
          <h1>{title}</h1>
          {sub !== undefined && <p className="brim-sub">{sub}</p>}
        </div>
        {aside}
      </div>
      {steps !== undefined && <StepBand {...steps} />}
    </header>
  );
}
