import { LIMITS } from '@anquanli/contract/vocabulary';

/** As it is shown: groups of four. */
export function shownRecoveryCode(code: string): string {
  return (code.match(/.{1,4}/gu) ?? []).join('-');
}

/** As it is compared: whatever was typed between the groups, and case, make no difference. null when it cannot be one. */
export function typedRecoveryCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '');
  return code.length === LIMITS.recoveryCodeChars ? code : null;
}
