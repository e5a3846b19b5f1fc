interface Segmenter {
  segment(text: string): Iterable<{ segment: string }>;
}

let segmenter: Segmenter | null | undefined;

function wordSegmenter(): Segmenter | null {
  if (segmenter !== undefined) return segmenter;
  const Constructor = (Intl as { Segmenter?: new (locale: string, options: { granularity: 'word' }) => Segmenter })
    .Segmenter;
  segmenter = Constructor === undefined ? null : new Constructor('zh-CN', { granularity: 'word' });
  return segmenter;
}

const CHINESE = /[\u3400-\u9fff\uf900-\ufaff]/;
/** Must stay with what comes before. */
const CLOSING = /^[，。、；：？！）》」』”’…·,.;:?!)\]%‰℃]+$/;
const CLOSING_MARKS = /[，。、；：？！）》」』”’…·,.;:?!)\]%‰℃]+$/;
/** Must stay with what comes after. */
const OPENING = /^[（《「『“‘([]+$/;
/** Small words that would stand alone at a line's end or start: they stay with the word before. */
const CLINGING = /^[的了吗呢吧着过们里上下中内外后前时地得]$/;

/**
 * Cuts Chinese text where a line may break: between words where the engine knows words, else after punctuation.
 * Text without Chinese comes back whole, since spaces do the job there. Joined together the parts are the text.
 */
export function breakableParts(text: string, words: Segmenter | null = wordSegmenter()): string[] {
  if (!CHINESE.test(text)) return [text];
  const pieces = words === null ? text.split(/([，。、；：？！）》”]+)/) : segmentsOf(words, text);
  const parts = pieces.reduce<string[]>((parts, piece) => {
    const last = parts[parts.length - 1];
    const sticks = last !== undefined && (CLOSING.test(piece) || CLINGING.test(piece) || OPENING.test(last.slice(-1)));
    if (piece === '') return parts;
    if (sticks) parts[parts.length - 1] = last + piece;
    else parts.push(piece);
    return parts;
  }, []);
  return withoutOrphan(parts);
}

/** A last part of one character (and its full stop) never stands alone on a line. */
function withoutOrphan(parts: readonly string[]): string[] {
  const last = parts[parts.length - 1] ?? '';
  const before = parts[parts.length - 2];
  if (before === undefined || last.replace(CLOSING_MARKS, '').length > 1) return [...parts];
  return [...parts.slice(0, -2), before + last];
}

function segmentsOf(words: Segmenter, text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}
