import type { ReactNode } from 'react';
import { BreakText } from './BreakText';
import { Glyph, identityOf, letterOf } from './Glyph';
import { Icon } from './Icon';

interface OptionButtonProps {
  /** Place in the list: 0 = A. */
  index: number;
  /** null where only letter and shape are shown. */
  text: string | null;
  picture?: ReactNode;
  isSelected: boolean;
  /** Shown with a box to tick: several may be chosen. */
  isMultiple?: boolean;
  /** Not chosen and no longer to be had. */
  isOff?: boolean;
  isDisabled?: boolean;
  onPress(): void;
}

export function OptionButton(props: OptionButtonProps) {
  const { index, text, picture, isSelected, isMultiple = false, isOff = false, isDisabled = false, onPress } = props;
  const state = [
    isMultiple && 'box',
    isSelected && 'on',
    isOff && 'off',
    text === null && 'bare',
    picture !== undefined && 'has-pic',
  ].filter(Boolean);
  return (
    <button
      type="button"
      className={['opt', identityOf(index), ...state].join(' ')}
      aria-pressed={isSelected}
      aria-disabled={isDisabled || undefined}
      onClick={() => {
        if (!isDisabled) onPress();
      }}
    >
      <span className="id">
        <Glyph index={index} />
      </span>
      <span className="vh">{letterOf(index)}</span>
      <span className="t">
        {picture}
        {text !== null && <BreakText text={text} />}
      </span>
      {/* Always there, so that the text does not wrap anew at the tap. */}
      <span className="s">{isSelected && <Icon name="tick" />}</span>
    </button>
  );
}
