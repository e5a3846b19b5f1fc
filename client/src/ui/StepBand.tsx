/** Progress through the questions: done ones as reflective band, the current one orange. `current` counts from 1; 0 = none. */
export function StepBand({
  count,
  current,
  isCurrentDone = false,
}: {
  count: number;
  current: number;
  isCurrentDone?: boolean;
}) {
  return (
    <ol className="steps" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => {
        const number = index + 1;
        const isDone = number < current || (number === current && isCurrentDone);
        return <li key={number} className={isDone ? 'done' : number === current ? 'now' : undefined} />;
      })}
    </ol>
  );
}
