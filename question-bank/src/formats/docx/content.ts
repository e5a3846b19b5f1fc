import { attribute, XmlError, xmlTokens, type XmlToken } from '../xml-tokens.js';
import { PICTURES, signOf, SKIPPED, TEXT } from './elements.js';
import type { NumberCounter } from './numbering.js';

/** What stands in a document, in its order. */
export type DocxItem =
  | { readonly kind: 'line'; readonly text: string; readonly hasPicture: boolean }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

interface Paragraph {
  text: string;
  hasPicture: boolean;
  numId: string | undefined;
  level: number | undefined;
  styleId: string | undefined;
  /** The end of the paragraph was deleted: what follows goes on in its line. */
  isOpenEnded: boolean;
  /** Paragraphs of text boxes inside. */
  readonly inner: { readonly text: string; readonly hasPicture: boolean }[];
}

interface Table {
  readonly rows: string[][];
  cell: string[] | undefined;
  span: number;
  isContinued: boolean;
}

/** Reads word/document.xml. `maxLines` bounds what is kept; null when there is more. Throws XmlError. */
export function readContent(xml: string, counter: NumberCounter, maxLines: number): DocxItem[] | null {
  const reader = new ContentReader(counter, maxLines);
  for (const token of xmlTokens(xml)) {
    reader.take(token);
    if (reader.isFull) return null;
  }
  if (reader.isInside) throw new XmlError('damaged');
  return reader.items;
}

class ContentReader {
  readonly items: DocxItem[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: Table[] = [];
  private readonly runs: { isHidden: boolean; isUnderlined: boolean }[] = [];
  private lines = 0;
  private depth = 0;
  private skipDepth: number | undefined;
  private inText = false;
  private inProperties = false;
  private carried = '';

  constructor(
    private readonly counter: NumberCounter,
    private readonly maxLines: number,
  ) {}

  get isFull(): boolean {
    return this.lines > this.maxLines;
  }

  get isInside(): boolean {
    return this.depth !== 0;
  }

  take(token: XmlToken) {
    if (token.kind === 'text') {
      if (this.inText && this.skipDepth === undefined) this.write(token.text);
    } else if (token.kind === 'open') {
      if (!token.isEmpty) this.depth += 1;
      if (this.skipDepth === undefined) this.open(token);
    } else {
      if (this.skipDepth === undefined) this.close(token.name);
      else if (this.skipDepth === this.depth) this.skipDepth = undefined;
      this.depth -= 1;
    }
  }

  private write(text: string) {
    const paragraph = this.paragraphs.at(-1);
    const run = this.runs.at(-1);
    if (!paragraph || run?.isHidden) return;
    // Underlined white space is a line to fill.
    paragraph.text += run?.isUnderlined && /^[ \t\u00A0\u3000]+$/u.test(text) ? '____' : text;
  }

  private open({ name, attributes, isEmpty }: Extract<XmlToken, { kind: 'open' }>) {
    const value = () => attribute(attributes, 'w:val');
    const paragraph = this.paragraphs.at(-1);
    if (SKIPPED.has(name)) {
      if (!isEmpty) this.skipDepth = this.depth;
      else if (name === 'w:del' && this.inProperties && paragraph) paragraph.isOpenEnded = true;
    } else if (name === 'w:p') this.begin(isEmpty);
    else if (name === 'w:pPr') this.inProperties = !isEmpty;
    else if (this.inProperties) this.property(name, value());
    else if (name === 'w:r' && !isEmpty) this.runs.push({ isHidden: false, isUnderlined: false });
    else if (name === 'w:vanish' || name === 'w:u') {
      const run = this.runs.at(-1);
      const isOn = !/^(?:0|false|off|none)$/u.test(value() ?? '');
      if (run) Object.assign(run, name === 'w:u' ? { isUnderlined: isOn } : { isHidden: isOn });
    } else if (TEXT.has(name)) this.inText = !isEmpty;
    else if (PICTURES.has(name) && paragraph) paragraph.hasPicture = true;
    else if (name === 'w:tbl' && !isEmpty) this.tables.push({ rows: [], cell: undefined, span: 1, isContinued: false });
    else {
      const sign = signOf(name, attributes);
      if (sign === undefined) this.tablePart(name, value());
      else this.write(sign);
    }
  }

  private property(name: string, value: string | undefined) {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    if (name === 'w:pStyle') paragraph.styleId = value;
    else if (name === 'w:numId') paragraph.numId = value;
    else if (name === 'w:ilvl') paragraph.level = Number(value ?? 0);
  }

  private tablePart(name: string, value: string | undefined) {
    const table = this.tables.at(-1);
    if (!table) return;
    if (name === 'w:tr') table.rows.push([]);
    else if (name === 'w:tc') Object.assign(table, { cell: [], span: 1, isContinued: false });
    else if (name === 'w:gridSpan') table.span = Math.min(64, Math.max(1, Number(value ?? 1) || 1));
    else if (name === 'w:vMerge') table.isContinued = value === undefined || value === 'continue';
  }

  private close(name: string) {
    if (name === 'w:p') this.end();
    else if (name === 'w:pPr') this.inProperties = false;
    else if (name === 'w:r') this.runs.pop();
    else if (TEXT.has(name)) this.inText = false;
    else if (name === 'w:tc') this.endCell();
    else if (name === 'w:tbl') this.endTable();
  }

  private begin(isEmpty: boolean) {
    const paragraph: Paragraph = {
      text: '',
      hasPicture: false,
      numId: undefined,
      level: undefined,
      styleId: undefined,
      isOpenEnded: false,
      inner: [],
    };
    this.paragraphs.push(paragraph);
    if (isEmpty) this.end();
  }

  private end() {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    this.inProperties = false;
    const isGone = paragraph.isOpenEnded && paragraph.text === '';
    const label = isGone ? '' : this.counter.next(paragraph);
    const text = this.carried + labelled(label, paragraph.text);
    this.carried = '';
    const outer = this.paragraphs.at(-1);
    if (outer) {
      outer.inner.push({ text, hasPicture: paragraph.hasPicture }, ...paragraph.inner);
      return;
    }
    if (paragraph.isOpenEnded) this.carried = text;
    else this.emit(text, paragraph.hasPicture);
    for (const inner of paragraph.inner) this.emit(inner.text, inner.hasPicture);
  }

  private emit(text: string, hasPicture: boolean) {
    const cell = this.tables.at(-1)?.cell;
    for (const [n, line] of text.split('\n').entries()) {
      this.lines += 1;
      if (this.isFull) return;
      if (cell) cell.push(line);
      else this.items.push({ kind: 'line', text: line, hasPicture: hasPicture && n === 0 });
    }
  }

  private endCell() {
    const table = this.tables.at(-1);
    const row = table?.rows.at(-1);
    if (!table || !row) return;
    const text = (table.cell ?? []).join('\n').trim();
    // A cell joined with the one above it says the same.
    const above = table.isContinued && text === '' ? (table.rows.at(-2)?.[row.length] ?? '') : text;
    row.push(above, ...Array.from({ length: table.span - 1 }, () => ''));
    table.cell = undefined;
  }

  /** A table inside a cell becomes lines of that cell. */
  private endTable() {
    const table = this.tables.pop();
    const cell = this.tables.at(-1)?.cell;
    if (!table) return;
    this.lines += table.rows.length;
    if (cell) for (const row of table.rows) cell.push(row.join('\t'));
    else this.items.push({ kind: 'table', rows: table.rows });
  }
}

/** The number before the text; one without a stop gets one, so that it is known as a number. */
function labelled(label: string, text: string): string {
  if (label === '' || text.trim() === '') return text;
  const isBare = /^(?:\d+|[A-Za-z])$/u.test(label) && !/^\s*[.．、,，:：)）]/u.test(text);
  return `${label}${isBare ? '.' : ''} ${text}`;
}
