/**
 * The bytes that a body carries in base64, with or without padding; null when the text is anything else. Compared as it would be
 * written again: a pattern with a repetition fails on texts of megabytes once V8 has stopped optimising patterns, as it does in
 * a process that has run for long (`RangeError`, its stack of ways back holds 64 MB).
 */
export function bytesOfBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  const written = bytes.toString('base64');
  const end = written.indexOf('=');
  return text === written || (end > 0 && text === written.slice(0, end)) ? bytes : null;
}
