import { Fragment } from 'react';
import { breakableParts } from './word-breaks';

/** Chinese text that breaks only between words. */
export function BreakText({ text }: { text: string }) {
  return (
    <span className="words">
      {breakableParts(text).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
