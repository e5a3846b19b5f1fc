import { attribute } from '../xml-tokens.js';

/** Parts that are not in the text as it reads: deleted, moved away, a second form of the same, phonetic, settings. */
export const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:sectPr',
  'w:instrText',
  'w:delText',
  'w:rt',
  'w:sdtPr',
  'w:tblPr',
]);
export const TEXT = new Set(['w:t', 'm:t']);
export const PICTURES = new Set(['pic:pic', 'v:imagedata', 'c:chart']);
/** Ticks and crosses of symbol fonts, by the last two digits of their code. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Wingdings: { FC: '√', FB: '×', FE: '√', FD: '×', A8: '□', A1: '○' },
  'Wingdings 2': { '50': '√', '4F': '×', '52': '√', '51': '×', A3: '□' },
  Symbol: { D6: '√', B4: '×' },
};

const SIGNS: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:noBreakHyphen': '-',
};

/** The sign that an element stands for; undefined when it is none. */
export function signOf(name: string, attributes: string): string | undefined {
  if (name !== 'w:sym') return SIGNS[name];
  const code = attribute(attributes, 'w:char') ?? '';
  return SYMBOLS[attribute(attributes, 'w:font') ?? '']?.[code.slice(-2).toUpperCase()] ?? '';
}
