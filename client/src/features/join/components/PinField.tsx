import { Fragment } from 'react';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { pinDigits } from '../model/pin';

interface PinFieldProps {
  id: string;
  label: string;
  value: string;
  isWrong: boolean;
  onChange(digits: string): void;
}

/** One real input under six boxes: the boxes are a picture of it, so typing, pasting and reading aloud are the browser's. */
export function PinField({ id, label, value, isWrong, onChange }: PinFieldProps) {
  return (
    <div className="pin">
      <input
        id={id}
        className="pin-input"
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        autoFocus
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={`${id}-error`}
        value={value}
        onChange={(event) => onChange(pinDigits(event.target.value))}
        onSelect={(event) => event.currentTarget.setSelectionRange(value.length, value.length)}
      />
      {Array.from({ length: LIMITS.pinDigits }, (_, index) => (
        <Fragment key={index}>
          {index === LIMITS.pinDigits / 2 && <i aria-hidden="true" />}
          <b aria-hidden="true" className={index === value.length ? 'cur' : undefined}>
            {value[index] ?? ''}
          </b>
        </Fragment>
      ))}
    </div>
  );
}
