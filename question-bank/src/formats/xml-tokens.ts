/** Reads XML as a run of tokens, as far as office files need it: no DTD, no entities but the five and numbers. */

export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** `damaged`: it ends too early or is no XML; `forbidden`: it declares a document type or entities. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  constructor(readonly reason: 'damaged' | 'forbidden') {
    super(reason);
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The tokens of a document; an empty element is an `open` with `isEmpty` and no `close`. Throws {@link XmlError}. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start !== at) {
      yield { kind: 'text', text: decodeEntities(xml.slice(at, start < 0 ? undefined : start)) };
      if (start < 0) return;
    }
    const special = specialAt(xml, start);
    if (special) {
      if (special.text !== undefined) yield { kind: 'text', text: special.text };
      at = special.end;
      continue;
    }
    const end = tagEnd(xml, start);
    yield tag(xml.slice(start + 1, end));
    at = end + 1;
  }
}

const PATTERNS = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = PATTERNS.get(name);
  if (known) return known;
  const pattern = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'u');
  PATTERNS.set(name, pattern);
  return pattern;
}

/** The value of an attribute, entities decoded; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  if (attributes === '') return undefined;
  const value = patternOf(name).exec(attributes);
  const raw = value?.[1] ?? value?.[2];
  return raw === undefined ? undefined : decodeEntities(raw);
}

/** Comments, instructions and CDATA. */
function specialAt(xml: string, start: number): { readonly end: number; readonly text?: string } | undefined {
  const second = xml.charAt(start + 1);
  if (second === '?') return { end: after(xml, '?>', start) };
  if (second !== '!') return undefined;
  if (xml.startsWith('<!--', start)) return { end: after(xml, '-->', start) };
  if (!xml.startsWith('<![CDATA[', start)) throw new XmlError('forbidden');
  const end = after(xml, ']]>', start);
  return { end, text: xml.slice(start + 9, end - 3) };
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new XmlError('damaged');
  return at + mark.length;
}

/** The `>` that ends a tag: one inside quotes does not. */
function tagEnd(xml: string, start: number): number {
  let from = start + 1;
  let end = xml.indexOf('>', from);
  for (;;) {
    if (end < 0) throw new XmlError('damaged');
    const quote = firstQuote(xml, from, end);
    if (quote < 0) return end;
    const close = xml.indexOf(xml.charAt(quote), quote + 1);
    if (close < 0) throw new XmlError('damaged');
    from = close + 1;
    if (end < from) end = xml.indexOf('>', from);
  }
}

function firstQuote(xml: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = xml.charCodeAt(at);
    if (code === 34 || code === 39) return at;
  }
  return -1;
}

function tag(inside: string): XmlToken {
  if (inside.startsWith('/')) return { kind: 'close', name: inside.slice(1).trim() };
  const isEmpty = inside.endsWith('/');
  const body = isEmpty ? inside.slice(0, -1) : inside;
  const space = body.search(/\s/u);
  const name = space < 0 ? body : body.slice(0, space);
  if (name === '') throw new XmlError('damaged');
  return { kind: 'open', name, attributes: space < 0 ? '' : body.slice(space), isEmpty };
}

/** The five entities and numbers; everything else stays as it is written. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : whole;
    },
  );
}
