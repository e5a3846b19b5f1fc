import { attribute, xmlTokens } from '../xml-tokens.js';

export interface StyleNumber {
  readonly numId: string | undefined;
  readonly level: number | undefined;
}

/** Numbers that come with the style of a paragraph. */
export interface ParagraphStyles {
  readonly numberOf: (styleId: string | undefined) => StyleNumber | undefined;
}

interface Style {
  basedOn: string | undefined;
  numId: string | undefined;
  level: number | undefined;
}

const MAX_CHAIN = 12;

/** Reads styles.xml. Throws XmlError. */
export function readStyles(xml: string): ParagraphStyles {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let fallback: string | undefined;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'close' && token.name === 'w:style') style = undefined;
    if (token.kind !== 'open') continue;
    const value = (name = 'w:val') => attribute(token.attributes, name);
    if (token.name === 'w:style') {
      style = { basedOn: undefined, numId: undefined, level: undefined };
      const id = value('w:styleId') ?? '';
      styles.set(id, style);
      if (value('w:type') === 'paragraph' && /^(?:1|true)$/u.test(value('w:default') ?? '')) fallback = id;
    } else if (!style) continue;
    else if (token.name === 'w:basedOn') style.basedOn = value();
    else if (token.name === 'w:numId') style.numId = value();
    else if (token.name === 'w:ilvl') style.level = Number(value() ?? 0);
  }
  return { numberOf: (styleId) => numberIn(styles, styleId ?? fallback) };
}

function numberIn(styles: ReadonlyMap<string, Style>, styleId: string | undefined): StyleNumber | undefined {
  let id = styleId;
  let level: number | undefined;
  for (let step = 0; step < MAX_CHAIN && id !== undefined; step += 1) {
    const style = styles.get(id);
    if (!style) return undefined;
    level ??= style.level;
    if (style.numId !== undefined) return { numId: style.numId, level };
    id = style.basedOn;
  }
  return undefined;
}
