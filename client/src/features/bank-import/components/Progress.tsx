interface ProgressProps {
  title: string;
  help?: string;
  /** 0–1; null while nobody knows how far. */
  share: number | null;
}

/** The running band, or how far it is. */
export function Progress({ title, help, share }: ProgressProps) {
  const percent = share === null ? null : Math.round(share * 100);
  return (
    <div className="bi-progress" role="status">
      <b>{title}</b>
      <div
        className={`bi-meter${percent === null ? ' running' : ''}`}
        role="progressbar"
        aria-label={title}
        {...(percent === null ? {} : { 'aria-valuenow': percent, 'aria-valuemin': 0, 'aria-valuemax': 100 })}
      >
        <i style={percent === null ? undefined : { width: `${percent}%` }} />
      </div>
      {help !== undefined && <span>{help}</span>}
    </div>
  );
}
