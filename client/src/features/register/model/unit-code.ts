import { LIMITS } from '@anquanli/contract/vocabulary';

/** What people type or paste becomes the code: case, spaces and dashes make no difference; a whole address gives its last part. */
export function unitCodeFrom(typed: string): string {
  const last = typed.trim().split('/').pop() ?? '';
  return last
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, LIMITS.unitCodeChars);
}

export function isWholeUnitCode(code: string): boolean {
  return code.length === LIMITS.unitCodeChars;
}

/** In two groups, as on the poster. */
export function shownUnitCode(code: string): string {
  return code.length > 4 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;
}
