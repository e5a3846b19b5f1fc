import { useId } from 'react';
import { useWords } from '../../../lib/i18n';
import { useMedia } from '../../../lib/use-media';
import { vibrate } from '../../../lib/vibrate';
import { formOf } from '../asked';
import type { InputProps } from '../input-props';
import { selectionFor } from '../selection';
import { partWords } from '../words-parts';
import { NumberPad } from './NumberPad';
import { mayBeNegative, parseNumber, withKey } from './number-text';
import './numeric.css';

/** With more than these, so many are allowed that it need not be said. */
const MOST_TOLD = 3;
/** As fine as numbers are ever asked for. */
const FINEST = 6;

/** A field for one number with its unit, and keys of our own below: a phone's keyboard would cover half of the question. */
export function NumericInput({ question, selection, isFixed, onChange, onSubmit }: InputProps) {
  const t = useWords(partWords);
  const hintId = useId();
  const isTouched = useMedia('(pointer: coarse)');
  const { unit, decimals } = formOf(question, 'numeric');
  const selected = selectionFor(question, selection);
  const text = selected.by === 'number' ? selected.text : '';
  const isOdd = text !== '' && text !== '-' && parseNumber(text, decimals) === null;
  const isTold = !isFixed && decimals > 0 && decimals <= MOST_TOLD;
  const change = (next: string) => onChange({ by: 'number', text: next });
  return (
    <div className="num-in">
      <div className={isFixed ? 'num-field sent' : 'num-field'}>
        <input
          type="text"
          // Where fingers type, the keys below are the keyboard; a real one types into the field all the same.
          inputMode={isTouched ? 'none' : 'decimal'}
          enterKeyHint="send"
          autoComplete="off"
          maxLength={16}
          value={text}
          readOnly={isFixed}
          aria-label={unit === null ? t('numberLabel') : t('numberLabelUnit', { unit })}
          aria-invalid={isOdd}
          aria-describedby={hintId}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSubmit();
          }}
        />
        {unit !== null && (
          <span className="num-unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </div>
      <p className={isOdd ? 'num-hint odd' : 'num-hint'} id={hintId} role="status">
        {isOdd ? t(oddOf(text, decimals), { count: decimals }) : isTold ? t('decimalsHint', { count: decimals }) : ''}
      </p>
      {!isFixed && (
        <NumberPad
          hasPoint={decimals > 0}
          hasSign={mayBeNegative(unit)}
          onKey={(key) => {
            vibrate(10);
            change(withKey(text, key, decimals));
          }}
        />
      )}
    </div>
  );
}

/** Why what was typed is no answer: too many figures after the point, or no number at all. */
function oddOf(text: string, decimals: number): 'decimalsHint' | 'notANumber' {
  return parseNumber(text, decimals) === null && parseNumber(text, FINEST) !== null ? 'decimalsHint' : 'notANumber';
}
