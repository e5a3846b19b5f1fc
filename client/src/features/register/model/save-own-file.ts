import { peopleRoutes } from '@anquanli/contract/people';
import type { Outcome } from '../../../lib/api-client';

/** Fetches the own data with the token and gives it to the browser as a file. */
export async function saveOwnFile(token: string): Promise<Outcome<true>> {
  try {
    const response = await fetch(peopleRoutes.exportMe.path, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) return { ok: false, code: response.status === 429 ? 'too_many_requests' : 'not_registered' };
    const address = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = 'personal-data.json';
    link.click();
    URL.revokeObjectURL(address);
    return { ok: true, value: true };
  } catch {
    return { ok: false, code: 'offline' };
  }
}
