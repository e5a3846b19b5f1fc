import { sniffDelimiter } from '../formats/delimited.js';
import { decodeText, type Encoding } from './decode-text.js';
import { importProblem } from './import-problem.js';
import type { ImportProblem } from './import-result.js';
import { IMPORT_LIMITS } from './limits.js';
import { oleKind } from './ole.js';
import { archiveKind, binaryRefusal, textRefusal, type Refusal } from './signatures.js';
import { isZip, openZip } from './zip-gate.js';

/** A file as the reader of its kind takes it. */
export type Recognised =
  | { readonly is: 'xlsx' | 'xls' }
  | { readonly is: 'docx'; readonly entries: ReadonlyMap<string, Uint8Array> }
  | ({ readonly is: 'json' } & RecognisedText)
  | ({ readonly is: 'delimited' } & RecognisedText)
  | ({ readonly is: 'text' } & RecognisedText)
  | { readonly is: 'unreadable'; readonly problem: ImportProblem };

interface RecognisedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * What kind of file it is, by its content and never by its name, so that a mislabelled one just works. What cannot be
 * read says what it is and what to do. `encoding` is the admin's choice for text.
 */
export function recognise(bytes: Uint8Array, encoding?: Encoding): Recognised {
  if (bytes.length === 0) return unreadable({ code: 'file_empty' });
  if (isZip(bytes)) return archive(bytes);
  const refusal = binaryRefusal(bytes);
  if (refusal) return unreadable(refusal);
  if (oleKind(bytes) === 'xls') return { is: 'xls' };
  const decoded = decodeText(bytes, encoding);
  if (!decoded.ok) return { is: 'unreadable', problem: decoded.problem };
  return text(decoded.text, decoded.encoding);
}

function archive(bytes: Uint8Array): Recognised {
  const gate = openZip(bytes);
  if (!gate.ok) return { is: 'unreadable', problem: gate.problem };
  const kind = archiveKind([...gate.entries.keys()]);
  if (kind === 'xlsx') return { is: 'xlsx' };
  return kind === 'docx' ? { is: 'docx', entries: gate.entries } : unreadable(kind);
}

function text(decoded: string, encoding: Encoding): Recognised {
  if (/^[\s\uFEFF]*$/u.test(decoded)) return unreadable({ code: 'file_empty' });
  if (looksLikeJson(decoded)) return { is: 'json', text: decoded, encoding };
  const refusal = textRefusal(decoded);
  if (refusal) return unreadable(refusal);
  if (hasTooManyLines(decoded)) return unreadable({ code: 'lines_too_many', values: { max: IMPORT_LIMITS.lines } });
  return { is: sniffDelimiter(decoded) === null ? 'text' : 'delimited', text: decoded, encoding };
}

/** A pasted question may begin with [单选题], GIFT with a brace: JSON goes on with a quote, a bracket or its end. */
function looksLikeJson(decoded: string): boolean {
  return /^[\s\uFEFF]*(?:\{\s*["}]|\[\s*[{\]])/u.test(decoded);
}

/** Counted without making lines of them first. */
function hasTooManyLines(decoded: string): boolean {
  let lines = 1;
  for (let at = 0; at < decoded.length && lines <= IMPORT_LIMITS.lines; at += 1) {
    const code = decoded.charCodeAt(at);
    if (code === 10 || (code === 13 && decoded.charCodeAt(at + 1) !== 10)) lines += 1;
  }
  return lines > IMPORT_LIMITS.lines;
}

function unreadable({ code, values = {} }: Refusal): Recognised {
  return { is: 'unreadable', problem: importProblem('file', code, { where: {}, values }) };
}
