import { useId } from 'react';

export interface ChoiceItem<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly help?: string;
}

interface ChoicesProps<Value extends string> {
  label: string;
  items: readonly ChoiceItem<Value>[];
  value: Value;
  onChange(next: Value): void;
  problem?: string | null;
}

/** One of a few, side by side; the sentence of the chosen one is below. Real radio buttons underneath. */
export function Choices<Value extends string>({ label, items, value, onChange, problem }: ChoicesProps<Value>) {
  const name = useId();
  const help = items.find((item) => item.value === value)?.help;
  return (
    <fieldset className={`dk-field dk-choices${problem ? ' dk-wrong' : ''}`}>
      <legend>{label}</legend>
      <div className="dk-segments">
        {items.map((item) => (
          <label key={item.value} className={item.value === value ? 'on' : undefined}>
            <input
              type="radio"
              name={name}
              value={item.value}
              checked={item.value === value}
              onChange={() => onChange(item.value)}
            />
            <span>{item.label}</span>
          </label>
        ))}
      </div>
      {(problem ?? help) !== undefined && (
        <p className="dk-note">
          <span>{problem ?? help}</span>
        </p>
      )}
    </fieldset>
  );
}

interface ToggleProps {
  label: string;
  help?: string;
  isOn: boolean;
  onChange(next: boolean): void;
}

/** A switch with its sentence. */
export function Toggle({ label, help, isOn, onChange }: ToggleProps) {
  const id = useId();
  return (
    <div className="dk-toggle">
      <button
        type="button"
        role="switch"
        id={id}
        aria-checked={isOn}
        aria-labelledby={`${id}-label`}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onClick={() => onChange(!isOn)}
      >
        <i />
      </button>
      <div>
        <label htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
        {help !== undefined && <small id={`${id}-help`}>{help}</small>}
      </div>
    </div>
  );
}
