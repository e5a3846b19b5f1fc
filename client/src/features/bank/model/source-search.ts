import type { Source } from './bank-types';

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** Do all typed words occur in the title, number, issuer or id? */
export function isSourceMatching(source: Source, typed: string): boolean {
  const text = plain([source.title, source.number, source.issuer, source.id].filter(Boolean).join('|'));
  return typed
    .split(/\s+/)
    .map(plain)
    .every((word) => text.includes(word));
}
