import * as z from 'zod/mini';
import { Refusal } from '@anquanli/contract/error';
import type { Route } from '@anquanli/contract/exchange';
import { addressOf, type Outcome } from './api-client';

/** A hall of thousands makes a large workbook. */
const TIMEOUT_MS = 120_000;

/** Fetches the file of a route and hands it to the browser under the given name. Never throws. */
export async function downloadFile<P, Q>(
  route: Pick<Route<P, Q>, 'path'>,
  input: { params?: P; query?: Q },
  fileName: string,
): Promise<Outcome<true>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const address = addressOf(route.path, input.params, input.query);
    const response = await fetch(address, { credentials: 'same-origin', signal: abort.signal });
    if (!response.ok) {
      const refusal = z.safeParse(Refusal, await response.json().catch(() => null));
      return refusal.success ? refusal.data : { ok: false, code: 'internal' };
    }
    saveAs(await response.blob(), fileName);
    return { ok: true, value: true };
  } catch {
    return { ok: false, code: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

function saveAs(file: Blob, fileName: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
