import { Glyph, identityOf, letterOf } from '../Glyph';
import { Icon } from '../Icon';
import type { OptionRow } from './option-rows';

interface OptionBarsProps {
  rows: readonly OptionRow[];
  words: { right: string; isTrue: string; isFalse: string; count(count: number): string };
  /** Does the list say which one is right? */
  showsKey: boolean;
}

/** Options with how many chose them: letter and shape, text, bar, and the number beside it. */
export function OptionBars({ rows, words, showsKey }: OptionBarsProps) {
  return (
    <ul className="dk-bars">
      {rows.map((row) => {
        const isMarked = showsKey && row.isRight;
        const text = row.text ?? (row.truth === null ? letterOf(row.index) : row.truth ? words.isTrue : words.isFalse);
        return (
          <li
            key={row.id}
            className={`${identityOf(row.index)}${isMarked ? ' dk-right' : ''}${row.count === null ? ' dk-bare' : ''}`}
          >
            <Glyph index={row.index} />
            <span className="dk-option">
              <span>{text}</span>
              {isMarked && (
                <b className="dk-right-mark">
                  <Icon name="tick" />
                  {words.right}
                </b>
              )}
            </span>
            {row.count !== null && (
              <>
                <div className="meter" aria-hidden="true">
                  <i style={{ width: `${Math.round(row.share * 100)}%` }} />
                </div>
                <b className="dk-count">{words.count(row.count)}</b>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
