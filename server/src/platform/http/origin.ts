/** What a browser says about where a request comes from. */
export interface Provenance {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  /** The host the request was sent to, with port. */
  readonly host: string;
  /** Origin configured by the operator, for proxies that do not pass the host on. */
  readonly publicUrl: string | null;
  readonly hasSession: boolean;
}

/**
 * May this request change something (or open a signed-in socket)? Only pages of this server may act with its cookies.
 * Hosts are compared, not schemes: behind a proxy https ends earlier. Programs send no Origin and no cookie; they pass.
 */
export function isOriginAllowed({ origin, fetchSite, host, publicUrl, hasSession }: Provenance): boolean {
  if (origin !== undefined) {
    const from = hostOf(origin);
    return from !== null && (from === host.toLowerCase() || (publicUrl !== null && from === hostOf(publicUrl)));
  }
  if (fetchSite !== undefined) {
    return fetchSite === 'same-origin' || fetchSite === 'none';
  }
  return !hasSession;
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host || null;
  } catch {
    return null;
  }
}
