/*
 * The parts of an .xlsx before the reader sees them: how many rows they hold, which of them are needed, and the
 * Chinese date formats that a Chinese Excel leaves out because it knows them by number.
 */

const UNUSED =
  /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|bin|vml|wav|mp[34])$|\/(?:media|drawings|charts|embeddings|pivotCache|pivotTables|externalLinks|customXml|threadedComments|printerSettings)\/|^customXml\/|\/worksheets\/_rels\/|\/comments\d*\.xml$/iu;
const SHEET = /(?:^|\/)worksheets\/[^/]+\.xml$/iu;

/** ECMA-376 part 1, 18.8.30: numbers whose format depends on the language, as Chinese Excel shows them. */
export const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export type Parts = ReadonlyMap<string, Uint8Array>;

/** Whether it is a workbook at all: an archive may as well be a .docx or somebody's photos. */
export function isWorkbook(parts: Parts): boolean {
  return [...parts.keys()].some((name) => SHEET.test(name));
}

/** Rows of all sheets up to the last one with a value in each; counted in the text, before any reader. */
export function rowCount(parts: Parts): number {
  return [...parts].filter(([name]) => SHEET.test(name)).reduce((sum, [, xml]) => sum + rowsIn(xml), 0);
}

/** Cells with a value in all sheets. */
export function cellCount(parts: Parts): number {
  return [...parts]
    .filter(([name]) => SHEET.test(name))
    .reduce((sum, [, xml]) => {
      const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
      return sum + ['</v>', ':v>', '</is>'].reduce((all, tag) => all + occurrences(text, tag, text.length), 0);
    }, 0);
}

function rowsIn(bytes: Uint8Array): number {
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Math.max(...['</v>', ':v>', '</is>', ':is>'].map((tag) => xml.lastIndexOf(tag)));
  return occurrences(xml, '<row', end) + occurrences(xml, ':row ', end);
}

function occurrences(xml: Buffer, tag: string, end: number): number {
  let count = 0;
  for (let at = xml.indexOf(tag); at >= 0 && at < end; at = xml.indexOf(tag, at + tag.length)) count += 1;
  return count;
}

/** The parts that hold texts, with the Chinese formats written out. */
export function readableParts(parts: Parts): Parts {
  return new Map(
    [...parts]
      .filter(([name]) => !UNUSED.test(name))
      .map(([name, content]) => [name, /(?:^|\/)styles\.xml$/iu.test(name) ? withFormats(content) : content] as const),
  );
}

function withFormats(content: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(content);
  const missing = Object.entries(CHINESE_FORMATS).filter(([id]) => !xml.includes(`numFmtId="${id}" formatCode`));
  const prefix = /<(\w+:)?styleSheet\b/u.exec(xml)?.[1] ?? '';
  const formats = missing
    .map(([id, code]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${code.replace(/"/gu, '&quot;')}"/>`)
    .join('');
  const isListed = /<(?:\w+:)?numFmts\b[^>]*[^/]>/u.test(xml);
  const patched = isListed
    ? xml.replace(/<(?:\w+:)?numFmts\b[^>]*>/u, (tag) => tag + formats)
    : xml
        .replace(/<(?:\w+:)?numFmts\b[^>]*\/>/u, '')
        .replace(/<(?:\w+:)?styleSheet\b[^>]*>/u, (tag) => `${tag}<${prefix}numFmts>${formats}</${prefix}numFmts>`);
  return new TextEncoder().encode(patched);
}
