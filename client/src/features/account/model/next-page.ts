const HOME = '/rounds';

/** Where to go after signing in: the page that asked for it, but never another site. */
export function nextFrom(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? HOME;
  const isOwnPage = /^\/(rounds|bank|accounts|account)(\/[\w/-]*)?$/.test(next);
  return isOwnPage ? next : HOME;
}
