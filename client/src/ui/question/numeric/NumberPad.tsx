import { useWords } from '../../../lib/i18n';
import { Icon } from '../../Icon';
import { partWords } from '../words-parts';
import type { PadKey } from './number-text';

const FIGURES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface NumberPadProps {
  hasPoint: boolean;
  hasSign: boolean;
  onKey(key: PadKey): void;
}

/** Figures as on a telephone, and at their right what else a number needs. */
export function NumberPad({ hasPoint, hasSign, onKey }: NumberPadProps) {
  const t = useWords(partWords);
  const extras = (hasPoint ? 1 : 0) + (hasSign ? 1 : 0);
  return (
    <div className={`num-pad extras-${extras}`} role="group" aria-label={t('numberPad')}>
      {FIGURES.map((figure) => (
        <button key={figure} type="button" className={`key-${figure}`} onClick={() => onKey(figure)}>
          {figure}
        </button>
      ))}
      <button type="button" className="key-0" onClick={() => onKey('0')}>
        0
      </button>
      <button type="button" className="key-back" aria-label={t('keyBack')} onClick={() => onKey('back')}>
        <Icon name="erase" />
      </button>
      {hasPoint && (
        <button type="button" className="key-point" aria-label={t('keyPoint')} onClick={() => onKey('point')}>
          .
        </button>
      )}
      {hasSign && (
        <button type="button" className="key-sign" aria-label={t('keySign')} onClick={() => onKey('sign')}>
          ±
        </button>
      )}
    </div>
  );
}
