import { IMPORT_LIMITS } from '../../import/limits.js';
import { answerRow, keyLine, numberedKey, numberRow, type KeyEntry } from './answer-key.js';
import { headingOf, type Heading } from './headings.js';
import { segmentsOf, type Label } from './labels.js';
import { joined } from './line.js';
import type { LineFacts } from './line-facts.js';

type Open = { -readonly [K in keyof KeyEntry]: KeyEntry[K] };

/** More answers than an import may have questions are of no use. */
const MAX_ENTRIES = 2 * IMPORT_LIMITS.questions;

/** Reads the key that stands behind the questions of a paper, line by line. */
export class KeyReader {
  readonly entries: Open[] = [];
  heading: Heading | undefined;
  private numbers: readonly number[] | undefined;
  private run = 0;
  private last = 0;
  private part: Label = 'answer';

  constructor(private readonly paper: number) {}

  /** Whether a line says answers and no question. */
  static isKeyed({ line }: LineFacts): boolean {
    return (keyLine(line.folded) ?? numberRow(line.folded) ?? numberedKey(line, false)) !== undefined;
  }

  /** Takes a line of the key; false when it says no answer. */
  take({ line }: LineFacts): boolean {
    if (this.numbers) {
      const answers = answerRow(line.folded, this.numbers.length);
      const numbers = this.numbers;
      this.numbers = undefined;
      if (answers) {
        for (const [n, answer] of answers.entries()) this.add(line.no, numbers[n] ?? 0, answer);
        return true;
      }
    }
    const key = keyLine(line.folded);
    if (key) {
      if (key.head !== '') this.heading = headingOf(key.head) ?? headingOf(`${key.head}、题`) ?? this.heading;
      for (const { number, answer } of key.answers) this.add(line.no, number, answer);
      return true;
    }
    this.numbers = numberRow(line.folded);
    if (this.numbers) return true;
    const heading = headingOf(line.folded);
    if (heading) {
      this.heading = heading;
      this.last = 0;
      return true;
    }
    const one = numberedKey(line, this.heading?.kind?.type === 'text');
    if (one) this.add(line.no, one.number, one.answer, one.labelled);
    return one !== undefined;
  }

  /** What goes on below an answer: its explanation, source and so on. */
  goesOn({ line }: LineFacts): boolean {
    const entry = this.entries.at(-1);
    if (!entry) return false;
    for (const { label, piece } of segmentsOf(line, this.part)) {
      if (label !== undefined) this.part = label;
      const part = this.part === 'answer' ? 'explanation' : this.part;
      entry.labelled = { ...entry.labelled, [part]: joined(entry.labelled[part] ?? '', piece.text) };
    }
    return true;
  }

  private add(line: number, number: number, answer: string, labelled: KeyEntry['labelled'] = {}) {
    if (number <= this.last) this.run += 1;
    this.last = number;
    this.part = 'answer';
    if (this.entries.length >= MAX_ENTRIES) return;
    const { kind, ordinal } = this.heading ?? {};
    this.entries.push({ line, number, answer, labelled, paper: this.paper, kind, ordinal, run: this.run });
  }
}
