/**
 * JSON in the canonical form of RFC 8785: no white space, keys ordered by UTF-16 code units, numbers and strings as
 * ECMAScript prints them. Keys whose value is undefined are left out, as in JSON.
 * Throws TypeError for what has no canonical form: non-finite numbers, lone surrogates, undefined, functions, symbols,
 * bigints.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`No canonical JSON for ${value}`);
      return JSON.stringify(value);
    case 'string':
      return canonicalString(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
      return canonicalObject(value);
    default:
      throw new TypeError(`No canonical JSON for ${typeof value}`);
  }
}

function canonicalObject(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('No canonical JSON for a lone surrogate');
  return JSON.stringify(value);
}
