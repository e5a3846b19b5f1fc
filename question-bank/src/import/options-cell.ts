import type { RawOption } from './raw-question.js';

const MARK = '[.．、,，:：)）\\-—]';
/** Ten options of 300 characters, with room for JSON; a longer text is refused as one long option. */
const MAX_CHARACTERS = 8_000;
const SEPARATORS = [/\$;\$|\$\$|###|@@|\|\|/u, /[|｜]/u, /\n/u, /[;；]/u, /\t/u];

/**
 * Options in one cell: a JSON array, letters with marks (`A.1米|B.2米`, `A-…|B-…`, lines, or one after another), or
 * plain texts parted by bars, lines or semicolons. A letter counts only where it is the next one expected.
 */
export function optionsInCell(cell: string): RawOption[] {
  const text = cell.trim();
  if (text === '') return [];
  if (text.length > MAX_CHARACTERS) return [{ text }];
  return fromJson(text) ?? lettered(text) ?? parted(text);
}

function fromJson(text: string): RawOption[] | undefined {
  if (!/^[[{]/u.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) {
      const options = value.map(optionOf);
      return options.length > 0 && options.every((option) => option !== undefined) ? options : undefined;
    }
    return byLetter(value);
  } catch {
    return undefined;
  }
}

/** `{"A":"…","B":"…"}` */
function byLetter(value: unknown): RawOption[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value as Record<string, unknown>);
  const options = entries.flatMap(([letter, text]) =>
    /^[A-J]$/iu.test(letter) && typeof text === 'string' ? [{ letter: letter.toUpperCase(), text }] : [],
  );
  return options.length === entries.length && options.length > 0 ? options : undefined;
}

const TEXT_KEYS = ['text', 'content', 'title', 'value', 'name', 'option', 'optionContent', 'label'];
const LETTER_KEYS = ['letter', 'key', 'prefix', 'no', 'optionNo', 'index', 'id'];
const FLAG_KEYS = ['isCorrect', 'correct', 'isRight', 'right', 'isAnswer'];

function optionOf(value: unknown): RawOption | undefined {
  if (typeof value === 'string' || typeof value === 'number') return { text: String(value) };
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  const first = (keys: readonly string[]) => keys.map((key) => fields[key]).find((field) => field !== undefined);
  const text = first(TEXT_KEYS);
  if (typeof text !== 'string' && typeof text !== 'number') return undefined;
  const letter = first(LETTER_KEYS);
  const flag = first(FLAG_KEYS);
  return {
    text: String(text),
    ...(typeof letter === 'string' && /^[A-J]$/iu.test(letter) ? { letter: letter.toUpperCase() } : {}),
    ...(typeof flag === 'boolean' ? { isCorrect: flag } : flag === 0 || flag === 1 ? { isCorrect: flag === 1 } : {}),
  };
}

/** Cuts before A, then B, then C …: at the start, or behind white space, a bar or a semicolon. */
function lettered(text: string): RawOption[] | undefined {
  const starts: { at: number; from: number }[] = [];
  for (let n = 0; n < 26; n += 1) {
    const letter = String.fromCharCode(65 + n);
    const wide = String.fromCharCode(0xff21 + n);
    const small = letter.toLowerCase();
    const start = new RegExp(`(^|[\\s|｜;；,，。]|\\$;?\\$)[（(【]?[${letter}${wide}${small}]\\s*${MARK}\\s*`, 'gu');
    start.lastIndex = starts.at(-1)?.from ?? 0;
    const match = start.exec(text);
    if (!match || (n === 0 && match.index !== 0)) break;
    starts.push({ at: match.index, from: match.index + match[0].length });
  }
  if (starts.length < 2) return undefined;
  return starts.map(({ from }, n) => ({
    letter: String.fromCharCode(65 + n),
    text: text
      .slice(from, starts[n + 1]?.at ?? text.length)
      .replace(/[\s|｜;；]+$|\$;?\$$/gu, '')
      .trim(),
  }));
}

function parted(text: string): RawOption[] {
  const separator = SEPARATORS.find((candidate) => candidate.test(text));
  if (separator === undefined) return [{ text }];
  return text
    .split(new RegExp(separator, 'gu'))
    .map((part) => ({ text: part.trim() }))
    .filter((option) => option.text !== '');
}
