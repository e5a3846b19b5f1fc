import type { KeyEntry } from './answer-key.js';
import type { Block, Section, TextDocument } from './document.js';

export interface MatchedKey {
  readonly entryOf: ReadonlyMap<Block, KeyEntry>;
  /** Entries that name no question, or may name several. */
  readonly unmatched: readonly KeyEntry[];
}

/**
 * Finds the question that each entry of a key belongs to: by the number or kind of its section, else by its number where
 * that is there once, else by counting how often the numbers began anew. What stays open is not guessed.
 */
export function matchKey({ blocks, key }: Pick<TextDocument, 'blocks' | 'key'>): MatchedKey {
  const entryOf = new Map<Block, KeyEntry>();
  const unmatched: KeyEntry[] = [];
  const papers = new Map<number, PaperIndex>();
  for (const block of blocks) {
    const paper = papers.get(block.section.paper) ?? newIndex();
    papers.set(block.section.paper, paper);
    addTo(paper, block);
  }
  for (const entry of key) {
    const paper = papers.get(entry.paper);
    const block = paper && blockOf(entry, paper);
    if (block === undefined || entryOf.has(block)) unmatched.push(entry);
    else entryOf.set(block, entry);
  }
  return { entryOf, unmatched };
}

interface PaperIndex {
  readonly sections: Section[];
  /** By section and number; null where the number is there twice. */
  readonly bySection: Map<Section, Map<number, Block | null>>;
  readonly byNumber: Map<number, Block | null>;
}

function newIndex(): PaperIndex {
  return { sections: [], bySection: new Map(), byNumber: new Map() };
}

function addTo({ sections, bySection, byNumber }: PaperIndex, block: Block) {
  const { number, section } = block;
  if (!bySection.has(section)) {
    sections.push(section);
    bySection.set(section, new Map());
  }
  if (number === undefined) return;
  const own = bySection.get(section);
  own?.set(number, own.has(number) ? null : block);
  byNumber.set(number, byNumber.has(number) ? null : block);
}

function blockOf(entry: KeyEntry, { sections, bySection, byNumber }: PaperIndex): Block | undefined {
  const within = (section: Section | undefined) => (section && bySection.get(section)?.get(entry.number)) ?? undefined;
  const ofKind = entry.kind
    ? sections.filter(({ kind }) => kind?.word === entry.kind?.word || sameType(kind, entry))
    : [];
  if (ofKind.length === 1) return within(ofKind[0]);
  const ofOrdinal = sections.filter(({ ordinal }) => ordinal !== undefined && ordinal === entry.ordinal);
  if (ofOrdinal.length === 1) return within(ofOrdinal[0]);
  const isAlone = byNumber.get(entry.number);
  return isAlone ?? within(sections[entry.run]);
}

function sameType(kind: Section['kind'], entry: KeyEntry): boolean {
  return kind?.type !== undefined && kind.type !== null && kind.type === entry.kind?.type;
}
