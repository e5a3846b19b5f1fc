import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../BreakText';
import { Icon } from '../../Icon';
import type { Asked } from '../asked';
import { partWords } from '../words-parts';
import { withPlace, type Places } from './marks';

interface PlaceListProps {
  question: Asked;
  selected: Places;
  most: number;
  isFixed: boolean;
  onChange(next: Places | null): void;
}

/** The places of the picture by name, to be ticked. */
export function PlaceList({ question, selected, most, isFixed, onChange }: PlaceListProps) {
  const t = useWords(partWords);
  return (
    <ul className="places" aria-label={t('placeList')}>
      {question.options.map(({ id, text }) => {
        const isOn = selected.places.includes(id);
        return (
          <li key={id}>
            <button
              type="button"
              role="checkbox"
              aria-checked={isOn}
              aria-disabled={isFixed || undefined}
              className={`opt box place${isOn ? ' on' : ''}${isFixed && !isOn ? ' off' : ''}`}
              onClick={() => {
                if (!isFixed) onChange(withPlace(selected, id, most));
              }}
            >
              <span className="t">
                <BreakText text={text ?? id} />
              </span>
              <span className="s">{isOn && <Icon name="tick" />}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
