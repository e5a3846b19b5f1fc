import * as z from 'zod/mini';
import { localNow } from './server-clock';
import { slot } from './storage';

const lastReload = slot('reloaded-at', z.number());
const AGAIN_AFTER_MS = 30_000;
let isQuiet: () => boolean = () => true;

/** Says when a reload would disturb nobody; the play page is not quiet while an answer is being chosen or waits. */
export function setQuietRule(rule: () => boolean): () => void {
  isQuiet = rule;
  return () => {
    isQuiet = () => true;
  };
}

/** Loads the page anew for a newer server, at a quiet moment and not more than every 30 s. */
export function reloadWhenQuiet(): void {
  const waited = localNow() - (lastReload.read() ?? 0);
  if (!isQuiet() || (waited >= 0 && waited < AGAIN_AFTER_MS)) {
    setTimeout(reloadWhenQuiet, 2_000);
    return;
  }
  lastReload.write(localNow());
  window.location.reload();
}
