import { Glyph, identityOf, letterOf } from '../Glyph';
import { Icon } from '../Icon';
import { Picture } from '../question/picture/Picture';
import type { OptionRow } from './option-rows';

interface BarWords {
  readonly right: string;
  readonly isTrue: string;
  readonly isFalse: string;
  /** All other numbers together. */
  readonly rest: string;
  count(count: number): string;
}

interface OptionBarsProps {
  rows: readonly OptionRow[];
  words: BarWords;
  /** Does the list say which one is right? */
  showsKey: boolean;
}

/** Answers with how many gave them: letter and shape or a number, text, bar, and the count beside it. */
export function OptionBars({ rows, words, showsKey }: OptionBarsProps) {
  return (
    <ul className="dk-bars">
      {rows.map((row) => {
        const isMarked = showsKey && row.isRight;
        return (
          <li key={row.id} className={classOf(row, isMarked)}>
            <Sign row={row} />
            <span className="dk-option">
              {row.media && <Picture media={row.media} isInWords={row.text !== null} />}
              <span>{textOf(row, words)}</span>
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

function classOf({ index, no, count }: OptionRow, isMarked: boolean): string {
  return [
    index === null ? 'dk-plain' : identityOf(index),
    no !== null && index !== null && 'dk-placed',
    isMarked && 'dk-right',
    count === null && 'dk-bare',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Before the words: the place in an order, letter and shape of an option, the number of a blank, or a dot. */
function Sign({ row: { index, no } }: { row: OptionRow }) {
  return (
    <span className="dk-sign">
      {no !== null && <b className="num">{no}</b>}
      {index !== null && <Glyph index={index} />}
      {no === null && index === null && <i />}
    </span>
  );
}

function textOf({ text, truth, index, isRest }: OptionRow, words: BarWords): string {
  if (truth !== null) return truth ? words.isTrue : words.isFalse;
  if (isRest) return words.rest;
  return text ?? (index === null ? '' : letterOf(index));
}
