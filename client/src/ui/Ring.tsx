interface RingProps {
  /** Whole seconds to show; null shows no figure (the host closes by hand). */
  seconds: number | null;
  /** How much is left, 0–1. */
  share: number;
  /** Word under the figure. */
  unit: string;
  /** For screen readers, e.g. "14 seconds left". */
  label: string;
  /** Nothing left to do: grey instead of orange. */
  isCalm?: boolean;
}

const RADIUS = 33;
const LENGTH = 2 * Math.PI * RADIUS;

/** The countdown: a ring that empties evenly and the seconds in it. */
export function Ring({ seconds, share, unit, label, isCalm = false }: RingProps) {
  const isLast = seconds !== null && seconds > 0 && seconds <= 5 && !isCalm;
  return (
    <div className={`ring with-unit${isCalm ? ' calm' : ''}`} role="timer" aria-live="off" aria-label={label}>
      <svg viewBox="0 0 76 76" aria-hidden="true">
        <circle className="t" cx="38" cy="38" r={RADIUS} />
        {share > 0 && (
          <circle
            className="v"
            cx="38"
            cy="38"
            r={RADIUS}
            strokeDasharray={`${(share * LENGTH).toFixed(1)} ${LENGTH.toFixed(1)}`}
          />
        )}
      </svg>
      <b key={isLast ? seconds : 'still'} className={isLast ? 'beat' : undefined}>
        {seconds ?? '–'}
      </b>
      {seconds !== null && <i>{unit}</i>}
    </div>
  );
}
