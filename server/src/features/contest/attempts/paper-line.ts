/** A question of a stored paper. */
export interface PaperLine {
  readonly setId: string;
  readonly version: string;
  readonly questionId: string;
}

/** Slots of returned attempts begin here: more than there are in a day. */
export const RETURNED_SLOT = 1_000;

/** Names a question across sets, whatever version it was asked in. */
export function questionKey({ setId, questionId }: Pick<PaperLine, 'setId' | 'questionId'>): string {
  return `${setId} ${questionId}`;
}

export function questionOfKey(key: string): { readonly setId: string; readonly questionId: string } {
  const [setId = '', questionId = ''] = key.split(' ');
  return { setId, questionId };
}
