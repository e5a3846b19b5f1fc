import { Fragment } from 'react';

const MARKS = /<(b|small)>(.*?)<\/\1>/g;

/** A sentence of the dictionary in which `<b>` and `<small>` are meant; nothing else is read as markup. */
export function Marked({ text }: { text: string }) {
  const parts: { mark: string | null; text: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    parts.push({ mark: null, text: text.slice(end, match.index) });
    parts.push({ mark: match[1] ?? null, text: match[2] ?? '' });
    end = (match.index ?? 0) + match[0].length;
  }
  parts.push({ mark: null, text: text.slice(end) });
  return (
    <>
      {parts.map((part, index) => {
        if (part.mark === 'b') return <b key={index}>{part.text}</b>;
        if (part.mark === 'small') return <small key={index}>{part.text}</small>;
        return <Fragment key={index}>{part.text}</Fragment>;
      })}
    </>
  );
}
