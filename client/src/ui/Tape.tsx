import { Icon } from './Icon';

/** The barrier tape: offline or danger, nothing else. */
export function Tape({ title, help }: { title: string; help?: string }) {
  return (
    <div className="tape" role="alert">
      <div>
        <Icon name="offline" />
        <span>
          {title}
          {help !== undefined && <small>{help}</small>}
        </span>
      </div>
    </div>
  );
}
