import { useRef, type KeyboardEvent } from 'react';
import { useWords } from '../../../lib/i18n';
import type { InputProps } from '../input-props';
import { selectionFor } from '../selection';
import { words } from '../words';
import { partWords } from '../words-parts';
import { circled } from './stem-parts';
import './text.css';
import { useKeyboardRoom } from './use-keyboard-room';

const MOST_CHARACTERS = 60;

/** One field a blank. Enter goes on to the next and hands in after the last. */
export function TextInput({ question, selection, isFixed, onChange, onSubmit }: InputProps) {
  const t = useWords(partWords);
  const s = useWords(words);
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const selected = selectionFor(question, selection);
  const blanks = selected.by === 'text' ? selected.blanks : [];
  useKeyboardRoom();

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    // While a Chinese word is being put together, Enter belongs to that.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === COMPOSING) return;
    event.preventDefault();
    if (index < blanks.length - 1) fields.current[index + 1]?.focus();
    else onSubmit();
  };
  return (
    <ol className="blanks">
      {blanks.map((text, index) => (
        <li key={index}>
          {blanks.length > 1 && (
            <span className="blank-no" aria-hidden="true">
              {circled(index + 1)}
            </span>
          )}
          <input
            ref={(field) => {
              fields.current[index] = field;
            }}
            className="field"
            type="text"
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint={index < blanks.length - 1 ? 'next' : 'send'}
            maxLength={MOST_CHARACTERS}
            placeholder={isFixed ? '' : t('answerHint')}
            aria-label={blanks.length > 1 ? s('blankNo', { no: index + 1 }) : t('answerLabel')}
            value={text}
            readOnly={isFixed}
            onChange={(event) =>
              onChange({ by: 'text', blanks: blanks.map((each, at) => (at === index ? event.target.value : each)) })
            }
            onKeyDown={(event) => onKeyDown(event, index)}
          />
        </li>
      ))}
    </ol>
  );
}

/** What engines before `isComposing` report. */
const COMPOSING = 229;
