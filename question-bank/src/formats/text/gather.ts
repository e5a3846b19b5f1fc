import { answerToken } from './answer-token.js';
import { labelAtStart, segmentsOf, type Label } from './labels.js';
import { joined, type Piece, type TextLine } from './line.js';
import { cutOptions, optionAtStart, type FoundOption, type MarkKind } from './options.js';

/** The lines of a question by what they are. */
export interface Gathered {
  /** With the number of the question. */
  readonly stem: Piece;
  readonly options: readonly FoundOption[];
  readonly fields: Readonly<Partial<Record<Label, string>>>;
  /** The letter that came out of turn, and its line. */
  readonly brokenAt: { readonly letter: string; readonly line: string } | undefined;
}

interface State {
  stem: Piece;
  options: FoundOption[];
  fields: Partial<Record<Label, string>>;
  part: Label | 'question';
  isAfterGap: boolean;
  brokenAt: Gathered['brokenAt'];
}

/** Letters as options: with a stop, or without one where no line has it and A and B begin lines. */
function kindOfMarks(lines: readonly TextLine[]): MarkKind {
  const starts = (kind: MarkKind) => new Set(lines.map(({ folded }) => optionAtStart(folded, kind)));
  const strong = starts('strong');
  if (strong.has(0) || strong.has(1)) return 'strong';
  const weak = starts('weak');
  return weak.has(0) && (weak.has(1) || lines.some(({ folded }) => /\sB\s+\S.*\sC\s+\S/u.test(folded)))
    ? 'weak'
    : 'strong';
}

/** Takes the lines of one question apart. */
export function gather(lines: readonly TextLine[]): Gathered {
  const kind = kindOfMarks(lines);
  const nextLetters = lettersAfter(lines, kind);
  const bare = bareOptions(lines);
  const state: State = {
    stem: { text: '', folded: '' },
    options: [],
    fields: {},
    part: 'question',
    isAfterGap: false,
    brokenAt: undefined,
  };
  for (const [n, line] of lines.entries()) {
    if (line.text.trim() === '') state.isAfterGap = true;
    else if (bare.has(n))
      state.options.push({ letter: '', piece: { text: line.text.trim(), folded: line.folded.trim() } });
    else take(state, line, { kind, next: nextLetters[n] });
  }
  return state;
}

interface Outlook {
  readonly kind: MarkKind;
  readonly next: number | undefined;
}

function take(state: State, line: TextLine, outlook: Outlook) {
  const isOption = optionAtStart(line.folded, outlook.kind) !== undefined;
  // Options may stand below the answer.
  if (isOption && state.part !== 'question' && state.options.length === 0) state.part = 'question';
  for (const { label, piece } of segmentsOf(line, state.part)) {
    if (label !== undefined) {
      state.part = label;
      if (piece.text !== '' || state.fields[label] === undefined) add(state, label, piece.text);
    } else if (state.part === 'question') question(state, piece, outlook);
    else goOn(state, state.part, piece);
  }
  state.isAfterGap = false;
}

function add(state: State, label: Label, text: string) {
  const before = state.fields[label] ?? '';
  const isSplit = before !== '' && text !== '' && label !== 'explanation' && label !== 'source';
  state.fields[label] = isSplit ? `${before}；${text}` : joined(before, text);
}

/** A line without a label below a labelled one; below a complete answer it explains it. */
function goOn(state: State, part: Label, { text, folded }: Piece) {
  const isAnswered = part === 'answer' && (state.fields.answer ?? '') !== '' && state.options.length > 0;
  if (isAnswered && labelAtStart(folded) === undefined) {
    state.part = 'explanation';
    state.fields.explanation = joined(state.fields.explanation ?? '', text);
  } else state.fields[part] = joined(state.fields[part] ?? '', text);
}

const ANNOUNCED_LINE = /^\s*[(【[]\s*(?:正确)?答案个数.{1,12}[)】\]]\s*\*?\s*$/u;
const LINE_TO_FILL = /^\s*_{4,}\s*$/u;

function question(state: State, piece: Piece, { kind, next }: Outlook) {
  if (LINE_TO_FILL.test(piece.folded) && state.stem.text !== '') return;
  if (ANNOUNCED_LINE.test(piece.folded)) {
    state.stem = joinedPiece(state.stem, piece);
    return;
  }
  const expected = state.options.length;
  const lone = loneAnswer(state, piece.folded);
  if (lone !== undefined) {
    add(state, 'answer', lone);
    return;
  }
  const cut = cutOptions(piece, expected, next, kind);
  const first = optionAtStart(piece.folded, kind);
  if (cut.options.length === 0 && first !== undefined && expected > 0 && first !== expected && !state.brokenAt) {
    state.brokenAt = { letter: String.fromCharCode(65 + first), line: piece.text };
  }
  if (cut.before.text !== '') {
    const last = state.options.pop();
    if (last) {
      state.options.push({ ...last, piece: joinedPiece(last.piece, cut.before) });
    } else state.stem = joinedPiece(state.stem, cut.before);
  }
  state.options.push(...cut.options);
}

/** A line that is nothing but letters of the options above it, or a verdict below a stem. */
function loneAnswer({ options, stem, fields }: State, folded: string): string | undefined {
  const token = fields.answer === undefined ? answerToken(folded) : undefined;
  if (token?.kind === 'verdict') return options.length === 0 && stem.text !== '' ? token.text : undefined;
  const isAmong = [...(token?.text ?? '')].every((letter) => letter.charCodeAt(0) - 65 < options.length);
  return token && options.length >= 2 && isAmong ? token.text : undefined;
}

function joinedPiece(before: Piece, next: Piece): Piece {
  const text = joined(before.text, next.text);
  const between = text.slice(before.text.length, text.length - next.text.length);
  return { text, folded: before.folded + between + next.folded };
}

/** For every line the letter that the next line of options begins with. */
function lettersAfter(lines: readonly TextLine[], kind: MarkKind): (number | undefined)[] {
  const letters: (number | undefined)[] = [];
  let next: number | undefined;
  for (let n = lines.length - 1; n >= 0; n -= 1) {
    letters[n] = next;
    next = optionAtStart(lines[n]?.folded ?? '', kind) ?? next;
  }
  return letters;
}

const BARE_BULLET = /^\s*[○〇◯●□☐■◇◆▢]\s*(?=\S)/u;
const RIGHT_MARK = /[(【[]\s*正确答案\s*[)】\]]\s*$/u;

/** Options without letters, as 问卷星 copies them: with bullets, or one of them marked as right. */
function bareOptions(lines: readonly TextLine[]): ReadonlySet<number> {
  const filled = lines.flatMap(({ folded }, n) => (n > 0 && folded.trim() !== '' ? [{ folded, n }] : []));
  const isLettered = filled.some(({ folded }) => optionAtStart(folded) === 0);
  const candidates = filled.filter(({ folded }) => labelAtStart(folded) === undefined);
  if (isLettered || candidates.length < 2) return new Set();
  const bulleted = candidates.filter(({ folded }) => BARE_BULLET.test(folded));
  if (bulleted.length >= 2) return new Set(bulleted.map(({ n }) => n));
  const isMarked = candidates.some(({ folded }) => RIGHT_MARK.test(folded));
  return new Set(isMarked && candidates.length <= 10 ? candidates.map(({ n }) => n) : []);
}
