/** A piece of text, or a blank with the marks that must not begin a line after it. */
export type StemPart = { readonly text: string } | { readonly blank: number; readonly after: string };

const BLANK = /[_＿]{2,}/;
const CLOSING = /^[，。、；：？！）》」』”’…,.;:?!)\]%‰℃]+/;

/** A stem cut at its blanks, which are counted from 1 in their order. */
export function stemParts(stem: string): StemPart[] {
  return stem.split(BLANK).flatMap((text, no): StemPart[] => {
    const [after = ''] = no === 0 ? [] : (CLOSING.exec(text) ?? []);
    const rest = text.slice(after.length);
    return [...(no === 0 ? [] : [{ blank: no, after }]), ...(rest === '' ? [] : [{ text: rest }])];
  });
}

/** ① … ⑥, as numbers of blanks are written in Chinese papers. */
export function circled(no: number): string {
  return String.fromCharCode(0x2460 + no - 1);
}
