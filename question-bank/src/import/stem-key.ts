import { truthOf } from './truth-words.js';

/** Letters or a verdict in brackets of a stem: the key, as files for printing have it. dB(A) is a unit. */
const BRACKETS = /(?<!dB\s{0,3})[（(【[]([^（）()【】[\]]{1,40})[）)】\]]/giu;
const LETTERS = /^[A-J](?:[\s,，、;；]*[A-J])*$/u;

export interface StemKey {
  /** What stands in the brackets. */
  readonly text: string;
  /** The stem with those brackets emptied. */
  readonly blanked: string;
}

/** The brackets of a stem that hold letters or a verdict, in their order. */
export function stemKeys(stem: string): StemKey[] {
  return [...stem.matchAll(BRACKETS)].flatMap((match) => {
    const text = (match[1] ?? '').trim();
    const isKey = LETTERS.test(text.normalize('NFKC').toUpperCase()) || isVerdict(text);
    const end = match.index + match[0].length;
    return isKey ? [{ text, blanked: `${stem.slice(0, match.index)}（  ）${stem.slice(end)}` }] : [];
  });
}

/** Words such as （是） may belong to the sentence; marks and 对/错 do not. */
function isVerdict(text: string): boolean {
  return truthOf(text) !== undefined && !/^(?:是|否|非|no|ok|yes|真|假)$/iu.test(text.trim());
}

const UNDERSCORES = /_{2,}|＿+/gu;
const EMPTY_BRACKETS = /（\s*）|\(\s*\)|【\s*】|\[\s*\]|［\s*］|〔\s*〕/gu;

/** How many blanks a stem has: lines of underscores, or else empty brackets. */
export function blanksIn(stem: string): { readonly lines: number; readonly brackets: number } {
  return { lines: stem.match(UNDERSCORES)?.length ?? 0, brackets: stem.match(EMPTY_BRACKETS)?.length ?? 0 };
}

/** Short underscores as one length, so that `__是__` is not taken for emphasis. */
export function evenBlanks(stem: string): string {
  return stem.replace(/_{2,}/gu, (line) => (line.length < 4 ? '____' : line));
}

const END_BRACKETS = /\s*(?:（\s*）|\(\s*\))\s*(?=[。.！!]?\s*$)/u;

/** A statement without the empty brackets at its end, which on paper are for the tick. */
export function statementOf(stem: string): string {
  const without = stem.replace(END_BRACKETS, '').trim();
  return without.length < 2 ? stem : without.replace(/([。.！!])[。.]$/u, '$1');
}
