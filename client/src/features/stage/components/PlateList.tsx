import type { OptionView } from '@anquanli/contract/question';
import { BreakText } from '../../../ui/BreakText';
import { Glyph, identityOf } from '../../../ui/Glyph';

/** The options on air: letter, shape and colour on a plate. Two side by side; three are a column, many are lower. */
export function PlateList({ options }: { options: readonly OptionView[] }) {
  return (
    <ol className={`st-plates${options.length === 3 ? ' in-one' : ''}${options.length > 6 ? ' has-many' : ''}`}>
      {options.map((option, index) => (
        <li key={option.id} className={`st-plate ${identityOf(index)}`}>
          <span className="st-id">
            <Glyph index={index} />
          </span>
          <span className="st-words" data-fit>
            <BreakText text={option.text ?? ''} />
          </span>
        </li>
      ))}
    </ol>
  );
}
