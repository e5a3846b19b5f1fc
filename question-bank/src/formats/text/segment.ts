import { answerRow, numberRow, type KeyEntry } from './answer-key.js';
import type { Block, Section, TextDocument } from './document.js';
import type { Heading } from './headings.js';
import { KeyReader } from './key-reader.js';
import { factsOf, headingIn, type LineFacts } from './line-facts.js';
import type { TextLine } from './line.js';
import { begins, isEvidence, nextFilled, type Progress } from './question-start.js';

/** Cuts the lines of a text into questions, headings and keys. Never throws; what belongs to nothing is `loose`. */
export function segment(lines: readonly TextLine[]): TextDocument {
  const pages = pageNumbers(lines);
  return new Segmenter(lines.filter(({ no }) => !pages.has(no)).map(factsOf)).run();
}

const LEAST_APART = 8;

/** Numbers alone on their lines that count on from page to page. */
function pageNumbers(lines: readonly TextLine[]): ReadonlySet<number> {
  const alone = lines.flatMap(({ no, folded }) =>
    /^\s*\d{1,3}\s*$/u.test(folded) ? [{ no, value: Number(folded) }] : [],
  );
  const counts = alone.every(
    ({ no, value }, n) =>
      n === 0 || (value === (alone[n - 1]?.value ?? 0) + 1 && no - (alone[n - 1]?.no ?? 0) >= LEAST_APART),
  );
  return new Set(alone.length >= 2 && counts ? alone.map(({ no }) => no) : []);
}

interface OpenBlock {
  readonly lines: TextLine[];
  readonly number: number | undefined;
  readonly section: Section;
}

class Segmenter {
  private readonly blocks: Block[] = [];
  private readonly entries: KeyEntry[] = [];
  private readonly loose: TextLine[] = [];
  private section: Section = { paper: 0, index: 0, ordinal: undefined, kind: undefined, title: undefined };
  private open: OpenBlock | undefined;
  private progress: Progress = fresh(undefined);
  private key: KeyReader | undefined;

  constructor(private readonly facts: readonly LineFacts[]) {}

  run(): TextDocument {
    for (const [at, facts] of this.facts.entries()) {
      if (facts.isBlank) this.blank(facts);
      else if (!this.inKey(facts, at)) this.line(facts, at);
    }
    this.close();
    this.endKey();
    return { blocks: this.blocks, key: this.entries, loose: this.loose };
  }

  private blank({ line }: LineFacts) {
    this.progress = { ...this.progress, isAfterGap: true };
    if (line.text.trim() === '') this.open?.lines.push(line);
  }

  /** Whether the line belongs to a key; a question with options after it begins the next paper. */
  private inKey(facts: LineFacts, at: number): boolean {
    if (!this.key) {
      const begun = facts.isKey || (facts.isKeyTitle && this.keyFollows(at)) || this.isRowOfNumbers(facts, at);
      if (!begun) return false;
      this.close();
      this.key = new KeyReader(this.section.paper);
      if (facts.isKeyTitle && !facts.isKey) return true;
    }
    const isQuestion = facts.number !== undefined && isEvidence(this.facts, at) && !KeyReader.isKeyed(facts);
    if (!isQuestion && this.key.take(facts)) return true;
    if (!isQuestion) return this.key.goesOn(facts);
    const { heading } = this.key;
    this.endKey();
    this.section = { ...this.section, paper: this.section.paper + 1, kind: undefined, title: undefined };
    if (heading) this.enter(heading);
    this.progress = fresh(undefined);
    return false;
  }

  /** A title of a key is followed by answers, or by a heading and answers. */
  private keyFollows(at: number): boolean {
    const next = nextFilled(this.facts, at);
    if (!next) return false;
    if (KeyReader.isKeyed(next)) return true;
    const second = headingIn(next, true) && nextFilled(this.facts, this.facts.indexOf(next, at));
    return second !== undefined && KeyReader.isKeyed(second);
  }

  private isRowOfNumbers({ line }: LineFacts, at: number): boolean {
    const numbers = numberRow(line.folded);
    return (
      numbers !== undefined && answerRow(nextFilled(this.facts, at)?.line.folded ?? '', numbers.length) !== undefined
    );
  }

  private endKey() {
    for (const entry of this.key?.entries ?? []) this.entries.push(entry);
    this.key = undefined;
  }

  private line(facts: LineFacts, at: number) {
    const next = nextFilled(this.facts, at);
    const isFree = !this.open || this.progress.isComplete || this.progress.isAfterGap;
    const heading = headingIn(facts, isFree && next?.option === undefined);
    if (heading && (heading.kind || !this.progress.isExplaining || heading.style !== 'bracket')) {
      this.close();
      this.enter(heading);
      return;
    }
    const start = begins(this.facts, at, this.progress);
    if (start) {
      this.close();
      this.open = { lines: [facts.line], number: start.number, section: this.section };
      const last = start.number ?? this.progress.last;
      this.progress = { ...fresh(last), hasBegun: true, style: start.style ?? this.progress.style };
      this.look(facts);
    } else if (this.open) {
      this.open.lines.push(facts.line);
      this.look(facts);
    } else if (this.blocks.length > 0) this.loose.push(facts.line);
  }

  private look(facts: LineFacts) {
    const { progress } = this;
    const isText = facts.label === undefined && facts.option === undefined;
    const options = facts.hasOptions ? 2 : facts.option !== undefined || facts.weakOption !== undefined ? 1 : 0;
    const isExplaining =
      facts.label === undefined
        ? progress.isExplaining && isText
        : facts.label === 'explanation' || facts.label === 'source';
    const count = progress.options + options;
    this.progress = {
      ...progress,
      isAfterGap: false,
      isExplaining,
      options: count,
      hasVerdict: progress.hasVerdict || facts.isAnswered,
      isAnswered: progress.isAnswered || facts.label === 'answer' || facts.label === 'explanation',
      isComplete: progress.isComplete || count >= 2 || facts.label !== undefined || facts.isAnswered || facts.asks,
    };
  }

  private enter({ kind, title, ordinal, style }: Heading) {
    const { paper, index, kind: before } = this.section;
    const isNewTopic = style === 'part' || style === 'chinese';
    this.section = {
      paper,
      index: index + 1,
      ordinal: style === 'bracket' ? this.section.ordinal : ordinal,
      kind: kind ?? (isNewTopic ? undefined : before),
      title: title ?? (kind ? this.section.title : undefined),
    };
    this.progress = fresh(undefined);
  }

  private close() {
    if (this.open) this.blocks.push(this.open);
    this.open = undefined;
  }
}

function fresh(last: number | undefined): Progress {
  return {
    hasBegun: false,
    last,
    style: undefined,
    options: 0,
    isAnswered: false,
    isComplete: false,
    isExplaining: false,
    hasVerdict: false,
    isAfterGap: false,
  };
}
