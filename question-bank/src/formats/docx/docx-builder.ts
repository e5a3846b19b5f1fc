import { strToU8, zipSync } from 'fflate';

/** Builders of Word files for tests. */

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

export interface DocxParts {
  /** What stands in w:body. */
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
}

/** The bytes of a .docx. */
export function aDocx({ body, numbering, styles }: DocxParts): Uint8Array {
  const part = (name: string, inside: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${NAMESPACES}>${inside}</w:${name}>`);
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr><w:pgSz w:w="11906"/></w:sectPr></w:body>`),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': part('numbering', numbering) }),
    ...(styles === undefined ? {} : { 'word/styles.xml': part('styles', styles) }),
  });
}

export interface ParagraphSettings {
  readonly numId?: number;
  readonly level?: number;
  readonly style?: string;
}

/** A paragraph with one run; `inside` instead of text is XML. */
export function p(text: string, { numId, level = 0, style }: ParagraphSettings = {}, inside?: string): string {
  const number = numId === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
  const settings = `<w:pPr>${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${number}</w:pPr>`;
  return `<w:p>${settings}${inside ?? r(text)}</w:p>`;
}

/** A run. */
export function r(text: string): string {
  return `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function aTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<w:tc><w:tcPr/>${text
      .split('\n')
      .map((line) => p(line))
      .join('')}</w:tc>`;
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export interface LevelSettings {
  readonly format?: string;
  readonly text: string;
  readonly start?: number;
  readonly more?: string;
}

/** A list by its levels, and the numbers that use it; `more` is XML inside w:num. */
export function aList(
  id: number,
  levels: readonly LevelSettings[],
  nums: Readonly<Record<number, string>>,
): {
  readonly abstract: string;
  readonly nums: string;
} {
  const inside = levels.map(
    ({ format = 'decimal', text, start = 1, more = '' }, n) =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return {
    abstract: `<w:abstractNum w:abstractNumId="${id}">${inside.join('')}</w:abstractNum>`,
    nums: Object.entries(nums)
      .map(([num, more]) => `<w:num w:numId="${num}"><w:abstractNumId w:val="${id}"/>${more}</w:num>`)
      .join(''),
  };
}
