import { Field } from './Field';

interface NumberFieldProps {
  label: string;
  /** Behind the figure: 秒, 题, 天. */
  unit: string;
  /** null while the field is empty. */
  value: number | null;
  onChange(next: number | null): void;
  help?: string;
  problem?: string | null;
}

/** A whole number, typed. Anything but digits is ignored; nothing is corrected while typing. */
export function NumberField({ label, unit, value, onChange, help, problem = null }: NumberFieldProps) {
  return (
    <Field label={label} problem={problem} className="dk-number" {...(help === undefined ? {} : { help })}>
      {(ids) => (
        <div className="dk-input-row">
          <input
            {...ids}
            className="dk-input num"
            inputMode="numeric"
            autoComplete="off"
            value={value ?? ''}
            onChange={(event) => {
              const digits = event.target.value.replace(/\D/g, '').slice(0, 6);
              onChange(digits === '' ? null : Number(digits));
            }}
          />
          <span aria-hidden="true">{unit}</span>
        </div>
      )}
    </Field>
  );
}
