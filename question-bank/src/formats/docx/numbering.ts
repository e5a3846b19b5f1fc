import { attribute, xmlTokens } from '../xml-tokens.js';
import { numberText } from './number-format.js';
import type { ParagraphStyles } from './styles.js';

/*
 * Word's automatic numbers are not in the text of a document: they follow from numbering.xml and from the paragraphs
 * before. Here they are counted again as Word counts them.
 */

interface Level {
  start: number;
  format: string;
  text: string;
  /** 0: never begins anew; n: only after level n. */
  restart: number | undefined;
  isLegal: boolean;
  styleId: string | undefined;
}

interface AbstractNumbering {
  readonly levels: Map<number, Level>;
  styleLink: string | undefined;
  linksTo: string | undefined;
}

interface Instance {
  abstractId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

export interface Numbering {
  readonly abstracts: ReadonlyMap<string, AbstractNumbering>;
  readonly instances: ReadonlyMap<string, Instance>;
}

/** What a paragraph says about its number. */
export interface ParagraphNumber {
  readonly numId: string | undefined;
  readonly level: number | undefined;
  readonly styleId: string | undefined;
}

const MAX_LEVEL = 8;

function newLevel(): Level {
  return { start: 1, format: 'decimal', text: '', restart: undefined, isLegal: false, styleId: undefined };
}

/** Reads numbering.xml. Throws XmlError. */
export function readNumbering(xml: string): Numbering {
  const abstracts = new Map<string, AbstractNumbering>();
  const instances = new Map<string, Instance>();
  let abstract: AbstractNumbering | undefined;
  let instance: Instance | undefined;
  let level: Level | undefined;
  let overridden = 0;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'close') {
      if (token.name === 'w:abstractNum') abstract = undefined;
      if (token.name === 'w:num') instance = undefined;
      if (token.name === 'w:lvl') level = undefined;
    }
    if (token.kind !== 'open') continue;
    const value = (name = 'w:val') => attribute(token.attributes, name);
    if (token.name === 'w:abstractNum') {
      abstract = { levels: new Map(), styleLink: undefined, linksTo: undefined };
      abstracts.set(value('w:abstractNumId') ?? '', abstract);
    } else if (token.name === 'w:num') {
      instance = { abstractId: '', starts: new Map(), levels: new Map() };
      instances.set(value('w:numId') ?? '', instance);
    } else if (token.name === 'w:lvl') {
      level = newLevel();
      (instance ?? abstract)?.levels.set(Number(value('w:ilvl') ?? 0), level);
    } else if (token.name === 'w:abstractNumId' && instance) instance.abstractId = value() ?? '';
    else if (token.name === 'w:lvlOverride') overridden = Number(value('w:ilvl') ?? 0);
    else if (token.name === 'w:startOverride') instance?.starts.set(overridden, Number(value() ?? 1));
    else if (token.name === 'w:styleLink' && abstract) abstract.styleLink = value();
    else if (token.name === 'w:numStyleLink' && abstract) abstract.linksTo = value();
    else if (level) fillLevel(level, token.name, value());
  }
  return { abstracts, instances };
}

function fillLevel(level: Level, name: string, value: string | undefined) {
  if (name === 'w:start') level.start = Number(value ?? 1);
  else if (name === 'w:numFmt') level.format = value ?? 'decimal';
  else if (name === 'w:lvlText') level.text = value ?? '';
  else if (name === 'w:lvlRestart') level.restart = Number(value ?? 0);
  else if (name === 'w:isLgl') level.isLegal = value !== '0' && value !== 'false';
  else if (name === 'w:pStyle') level.styleId = value;
}

/** Counts paragraph by paragraph, in the order of the document. */
export class NumberCounter {
  private readonly counts = new Map<AbstractNumbering, (number | undefined)[]>();
  private readonly begun = new Set<Instance>();

  constructor(
    private readonly numbering: Numbering,
    private readonly styles: ParagraphStyles,
  ) {}

  /** The number that Word shows before the paragraph; '' for none. */
  next(paragraph: ParagraphNumber): string {
    const style = this.styles.numberOf(paragraph.styleId);
    const instance = this.numbering.instances.get(paragraph.numId ?? style?.numId ?? '0');
    const abstract = instance && this.abstractOf(instance);
    if (!instance || !abstract) return '';
    const depth = Math.min(
      MAX_LEVEL,
      paragraph.level ?? style?.level ?? levelOfStyle(abstract, paragraph.styleId) ?? 0,
    );
    const levelAt = (n: number) => instance.levels.get(n) ?? abstract.levels.get(n);
    const level = levelAt(depth);
    if (!level) return '';
    const counts = this.counts.get(abstract) ?? [];
    this.counts.set(abstract, counts);
    if (!this.begun.has(instance)) {
      this.begun.add(instance);
      for (const [n, start] of instance.starts) counts[n] = start - 1;
    }
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    for (let deeper = depth + 1; deeper <= MAX_LEVEL; deeper += 1) {
      const restart = levelAt(deeper)?.restart;
      if (restart === undefined || (restart !== 0 && depth < restart)) counts[deeper] = undefined;
    }
    return labelOf(level, (n) => ({ level: levelAt(n), count: counts[n] }));
  }

  private abstractOf(instance: Instance): AbstractNumbering | undefined {
    const abstract = this.numbering.abstracts.get(instance.abstractId);
    if (abstract?.linksTo === undefined) return abstract;
    return [...this.numbering.abstracts.values()].find(({ styleLink }) => styleLink === abstract.linksTo) ?? abstract;
  }
}

function levelOfStyle(abstract: AbstractNumbering, styleId: string | undefined): number | undefined {
  if (styleId === undefined) return undefined;
  return [...abstract.levels].find(([, level]) => level.styleId === styleId)?.[0];
}

function labelOf(
  level: Level,
  at: (n: number) => { readonly level: Level | undefined; readonly count: number | undefined },
): string {
  if (numberText(level.format, 1) === null) return '';
  return level.text
    .replace(/%([1-9])/gu, (_, digit: string) => {
      const { level: part, count } = at(Number(digit) - 1);
      return numberText(level.isLegal ? 'decimal' : (part?.format ?? 'decimal'), count ?? part?.start ?? 1) ?? '';
    })
    .trim();
}
