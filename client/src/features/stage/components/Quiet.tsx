import { Mark } from '../../../ui/Mark';

interface QuietProps {
  title: string;
  help?: string;
  isLoading?: boolean;
}

/** A screen with nothing but a sentence: connecting, aborted, an empty board. */
export function Quiet({ title, help, isLoading = false }: QuietProps) {
  return (
    <div className="st-quiet st-screen" role="status">
      <Mark />
      <h1>{title}</h1>
      {help !== undefined && <p>{help}</p>}
      {isLoading && (
        <div className="st-running" aria-hidden="true">
          <i />
        </div>
      )}
    </div>
  );
}
