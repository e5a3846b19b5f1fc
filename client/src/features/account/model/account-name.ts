/** What is wrong with a typed account name, or null. The same bounds as the contract. */
export function nameProblem(typed: string): 'short' | 'long' | null {
  const length = typed.trim().length;
  if (length < 2) return 'short';
  return length > 40 ? 'long' : null;
}

/** The one-time token of the set-up link: `/setup#token=…` or `/setup#…`. Null when there is none. */
export function tokenFrom(hash: string): string | null {
  const text = decodeURIComponent(hash.replace(/^#/, ''));
  const token = new URLSearchParams(text).get('token') ?? text;
  return token === '' ? null : token;
}
