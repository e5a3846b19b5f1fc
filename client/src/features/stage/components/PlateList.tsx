import type { OptionView } from '@anquanli/contract/question';
import { BreakText } from '../../../ui/BreakText';
import { Glyph, identityOf } from '../../../ui/Glyph';

/** The options on air: letter, shape and colour on a plate. Two side by side; three are a column, many are lower. */
export function PlateList({ options }: { options: readonly OptionView[] }) {
  const hasPictures = options.some(({ media }) => media !== undefined);
  return (
    <ol className={`st-plates ${layoutOf(options.length)}${hasPictures ? ' has-pics' : ''}`}>
      {options.map((option, index) => (
        <li key={option.id} className={`st-plate ${identityOf(index)}`}>
          <span className="st-id">
            <Glyph index={index} />
          </span>
          {option.media !== undefined && (
            <img className="st-plate-pic" src={option.media.src} alt={option.text === null ? option.media.alt : ''} />
          )}
          <span className="st-words" data-fit="width">
            <BreakText text={option.text ?? ''} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function layoutOf(count: number): string {
  if (count < 3) return 'has-few';
  if (count === 3) return 'in-one';
  if (count > 6) return 'has-many';
  return count > 4 ? 'has-more' : '';
}
