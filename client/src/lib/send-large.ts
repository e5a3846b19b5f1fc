import type { Route } from '@anquanli/contract/exchange';
import { readReply, type Outcome } from './api-client';

/** Some megabytes over a slow line. */
const TIMEOUT_MS = 300_000;

interface SendOptions<B> {
  readonly body: B;
  /** Hears how much of the body has left, 0–1. */
  onShare(share: number): void;
  /** Ends it; the outcome is `offline` then. */
  readonly signal: AbortSignal;
}

/** Calls a route without parameters whose body is large, and tells how far it is. Never throws. */
export function sendLarge<B, T>(
  route: Route<undefined, undefined, B, T>,
  { body, onShare, signal }: SendOptions<B>,
): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const done = (outcome: Outcome<T>) => {
      signal.removeEventListener('abort', abort);
      resolve(outcome);
    };
    const offline = () => done({ ok: false, code: 'offline' });
    request.open(route.method, route.path);
    request.timeout = TIMEOUT_MS;
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onload = () => done(readReply(route, request.status, request.responseText));
    request.onerror = offline;
    request.ontimeout = offline;
    request.onabort = offline;
    signal.addEventListener('abort', abort);
    request.send(JSON.stringify(body));
    if (signal.aborted) request.abort();
  });
}
