import { normalise } from '../normalise.js';
import type { LetteredOption } from './choice-answer.js';
import { cleanText, lengthOf } from './clean-text.js';
import type { Findings } from './findings.js';
import type { RawOption } from './raw-question.js';

export interface ReadOption extends LetteredOption {
  readonly isCorrect?: boolean | undefined;
}

const OPTION_PART = { zh: '选项', en: 'An option' };
const MAX_OPTIONS = 10;
const MAX_TEXT = 300;

/**
 * The options of a question with their letters; empty ones go. Letters repeated in the text are taken off unless the
 * texts are `verbatim`, as in our own exports.
 */
export function readOptions(raw: readonly RawOption[], findings: Findings, isVerbatim = false): ReadOption[] {
  const lettered = raw.map((option, n) => {
    const { text, hadMarkup, hadPicture } = cleanText(option.text);
    if (hadPicture) findings.refuse('picture_in_text', option.text, { part: OPTION_PART });
    else if (hadMarkup) findings.note('markup_removed', option.text, { part: OPTION_PART });
    const letter = option.letter?.normalize('NFKC').trim().toUpperCase() || String.fromCharCode(65 + n);
    if (option.unreadMark !== undefined && text !== '') {
      findings.refuse('answer_mark_unreadable', option.unreadMark, { letter, mark: option.unreadMark });
    }
    return { letter, text, isCorrect: option.isCorrect };
  });
  const bare = isVerbatim ? lettered : withoutLetters(lettered);
  const lastFilled = bare.findLastIndex(({ text }) => text !== '');
  const gap = bare.findIndex(({ text }, n) => text === '' && n < lastFilled);
  const gapLetter = bare[gap]?.letter;
  if (gapLetter !== undefined) findings.note('option_gap', '', { letter: gapLetter });
  return bare.filter(({ text }) => text !== '');
}

/**
 * `A. 灭火器` in the place of A is 灭火器. A stop or bracket after the letter is enough; other marks (`C、D两类`,
 * `A-B`) count only when every option has its letter.
 */
function withoutLetters(options: readonly ReadOption[]): ReadOption[] {
  const filled = options.filter(({ text }) => text !== '');
  const isEvery = filled.length > 1 && filled.every((option) => stripped(option, /^\s*[.．、,，:：)）\-—\s]\s*/u));
  const mark = isEvery ? /^\s*[.．、,，:：)）\-—\s]\s*/u : /^\s*[.．:：)）]\s*(?![A-J]类)/u;
  return options.map((option) => ({ ...option, text: stripped(option, mark) ?? option.text }));
}

function stripped({ letter, text }: ReadOption, mark: RegExp): string | undefined {
  const start = /^[（(【[]?\s*([A-Za-zＡ-Ｚａ-ｚ])/u.exec(text);
  if (start?.[1]?.normalize('NFKC').toUpperCase() !== letter) return undefined;
  const after = text.slice(start[0].length);
  const found = mark.exec(/^[（(【[]/u.test(text) ? after.replace(/^\s*[】\]]/u, ')') : after);
  const rest = found ? after.slice(found[0].length).trim() : '';
  return rest === '' ? undefined : rest;
}

/** Refuses more than ten options, fewer than two, and any two that read the same. */
export function checkOptions(options: readonly ReadOption[], findings: Findings): void {
  const count = options.length;
  if (count < 2) findings.refuse('options_missing', options.map(({ text }) => text).join(' '), { count });
  if (count > MAX_OPTIONS) findings.refuse('options_too_many', '', { count });
  const seen = new Map<string, string>();
  for (const { letter, text } of options) {
    const length = lengthOf(text);
    if (length > MAX_TEXT) {
      findings.refuse('text_too_long', text, { part: OPTION_PART, length, max: MAX_TEXT });
      continue;
    }
    const first = seen.get(normalise(text));
    if (first !== undefined) findings.refuse('options_alike', text, { first, second: letter });
    else seen.set(normalise(text), letter);
  }
}
