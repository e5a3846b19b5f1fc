import * as z from 'zod/mini';
import { Refusal } from '@anquanli/contract/error';
import { roundRoutes } from '@anquanli/contract/rounds';
import { addressOf, type Outcome } from '../../../lib/api-client';
import type { Language } from '../../../lib/i18n';

/** A hall of thousands makes a large workbook. */
const TIMEOUT_MS = 120_000;

/** Fetches the workbook and hands it to the browser as a file. Never throws. */
export async function downloadExport(roundId: string, language: Language, fileName: string): Promise<Outcome<null>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const address = addressOf(roundRoutes.export.path, { roundId }, { language });
    const response = await fetch(address, { credentials: 'same-origin', signal: abort.signal });
    if (!response.ok) return await refusalOf(response);
    saveAs(await response.blob(), fileName);
    return { ok: true, value: null };
  } catch {
    return { ok: false, code: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

async function refusalOf(response: Response): Promise<Outcome<null>> {
  const refusal = z.safeParse(Refusal, await response.json().catch(() => null));
  return refusal.success ? refusal.data : { ok: false, code: 'internal' };
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
