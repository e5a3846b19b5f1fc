/** Length of the read-only code that opens a stage. */
export const STAGE_CODE_CHARS = 8;

/**
 * What a person meant when typing a stage code: full-width characters, small letters, spaces and dashes are forgiven,
 * everything past eight characters is dropped.
 */
export function readStageCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, STAGE_CODE_CHARS);
}

/** `K7PM 2Q4X`: two groups of four are easier to compare with a note in the hand. */
export function showStageCode(code: string): string {
  return code.length > 4 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;
}

export function isWholeStageCode(code: string): boolean {
  return code.length === STAGE_CODE_CHARS;
}
