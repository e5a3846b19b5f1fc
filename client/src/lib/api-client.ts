import * as z from 'zod/mini';
import { Refusal } from '@anquanli/contract/error';
import type { Route } from '@anquanli/contract/exchange';

/** The server could not be reached in time. Nothing is known about whether it acted. */
export interface Offline {
  readonly ok: false;
  readonly code: 'offline';
}
export type Failure = Refusal | Offline;
export type Outcome<T> = { readonly ok: true; readonly value: T } | Failure;

const TIMEOUT_MS = 10_000;

type Part<Name extends string, T> = [T] extends [undefined] ? { [K in Name]?: undefined } : { [K in Name]: T };
export type CallInput<P, Q, B> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B> & {
    token?: string;
    /** Longer than usual, for large bodies. */
    timeoutMs?: number;
  };
type CallArguments<P, Q, B> =
  Record<string, never> extends CallInput<P, Q, B> ? [input?: CallInput<P, Q, B>] : [input: CallInput<P, Q, B>];

/**
 * Calls a route of the contract on the own origin. Never throws: what the server refuses comes back as its `Refusal`,
 * no answer within 10 s as `offline`. Replies are parsed; one that does not fit the contract is `internal`.
 */
export async function call<P, Q, B, T>(
  route: Route<P, Q, B, T>,
  ...[input]: CallArguments<P, Q, B>
): Promise<Outcome<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), input?.timeoutMs ?? TIMEOUT_MS);
  try {
    const address = addressOf(route.path, input?.params, input?.query);
    const response = await fetch(address, { ...requestOf(route.method, input), signal: abort.signal });
    return readReply(route, response.status, await response.text());
  } catch {
    return { ok: false, code: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

/** The address of a route, for links to files (`export`) and for `call`. */
export function addressOf(path: string, params?: unknown, query?: unknown): string {
  const filled = entries(params).reduce(
    (text, [name, value]) => text.replace(`:${name}`, encodeURIComponent(value)),
    path,
  );
  const search = new URLSearchParams(entries(query)).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

function entries(source: unknown): [string, string][] {
  if (typeof source !== 'object' || source === null) return [];
  return Object.entries(source)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
}

function requestOf(method: string, input: { body?: unknown; token?: string } | undefined): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (input?.token !== undefined) headers['authorization'] = `Bearer ${input.token}`;
  if (input?.body === undefined) return { method, headers, credentials: 'same-origin' };
  headers['content-type'] = 'application/json';
  return { method, headers, credentials: 'same-origin', body: JSON.stringify(input.body) };
}

/** Reads what a server answered: the reply of the contract, a refusal, or `internal` for anything else. */
export function readReply<P, Q, B, T>(route: Route<P, Q, B, T>, status: number, text: string): Outcome<T> {
  const body = parseJson(text);
  if (status >= 200 && status < 300 && route.reply !== undefined) {
    const reply = z.safeParse(route.reply, body);
    return reply.success ? { ok: true, value: reply.data } : { ok: false, code: 'internal' };
  }
  const refusal = z.safeParse(Refusal, body);
  if (refusal.success) return refusal.data;
  // A proxy in between answers in its own words.
  return { ok: false, code: status === 502 || status === 503 || status === 504 ? 'server_busy' : 'internal' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
