import { importProblem } from './import-problem.js';
import type { ImportMapping, ImportProblem } from './import-result.js';

export type Encoding = NonNullable<ImportMapping['encoding']>;

export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly problem: ImportProblem };

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file: by its byte order mark, else strict UTF-8, else strict GB18030. NUL bytes mean UTF-16 without a
 * mark, or no text at all. `forced` is the admin's choice and has to fit.
 */
export function decodeText(bytes: Uint8Array, forced?: Encoding): DecodedText {
  if (forced !== undefined) return decodedAs([forced], bytes);
  const marked = BOMS.find(([, mark]) => mark.every((byte, n) => bytes[n] === byte));
  if (marked) return decodedAs([marked[0]], bytes);
  if (bytes.includes(0)) {
    const encoding = wideEncoding(bytes);
    const text = encoding === undefined ? undefined : strictly(encoding, bytes);
    if (encoding === undefined || text === undefined || hasControls(text)) return problem('not_text');
    return { ok: true, text, encoding };
  }
  return decodedAs(['utf-8', 'gb18030'], bytes);
}

function decodedAs(encodings: readonly Encoding[], bytes: Uint8Array): DecodedText {
  for (const encoding of encodings) {
    const text = strictly(encoding, bytes);
    if (text !== undefined) return text.includes('\0') ? problem('not_text') : { ok: true, text, encoding };
  }
  return problem('encoding_unreadable');
}

function strictly(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hasControls(text: string): boolean {
  return /(?![\t\r\n\f])\p{Cc}/u.test(text);
}

/** In UTF-16 the zero halves of ASCII characters stand on one side, those of 一 and 开 on the other. */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros: [even: number, odd: number] = [0, 0];
  bytes.forEach((byte, n) => {
    if (byte === 0) zeros[n % 2 === 0 ? 0 : 1] += 1;
  });
  const [even, odd] = zeros;
  if (odd > even * 3) return 'utf-16le';
  return even > odd * 3 ? 'utf-16be' : undefined;
}

function problem(code: 'not_text' | 'encoding_unreadable'): DecodedText {
  return { ok: false, problem: importProblem('file', code, { where: {} }) };
}
