import type * as z from 'zod/mini';

/** Anything that zod (full or mini) can parse. */
type Schema<T = unknown> = z.core.$ZodType<T>;

/**
 * Who may use a route or an exchange, and how often.
 * - `anyone`: no identity; `signed_in`: any account, captains too; `organiser`: an organiser's or admin's account; `admin`: an admin's;
 * - `host`: an account (or remote control) that may drive the round in question; `player`: a person's token; `stage`: a stage code.
 * `limit` counts per source: at most `count` in `windowMs`, then `too_many_requests` with `retryAfterMs`.
 * `bodyBytes` is the largest body of a route that takes files; others take 256 kB.
 */
export interface Policy {
  readonly who: 'anyone' | 'signed_in' | 'organiser' | 'admin' | 'host' | 'player' | 'stage';
  readonly limit?: { readonly per: 'address' | 'identity'; readonly count: number; readonly windowMs: number };
  readonly bodyBytes?: number;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One HTTP route: what goes in, what comes out, who may. Paths use `:name` for parameters. */
export interface Route<Params = unknown, Query = unknown, Body = unknown, Reply = unknown> {
  readonly method: Method;
  readonly path: string;
  readonly policy: Policy;
  readonly params?: Schema<Params>;
  readonly query?: Schema<Query>;
  readonly body?: Schema<Body>;
  /** Absent when the reply is a file. */
  readonly reply?: Schema<Reply>;
}

/** Declares a route. The reply of a refusal is always `Refusal` with the status that belongs to its code. */
export function route<Params = undefined, Query = undefined, Body = undefined, Reply = undefined>(
  method: Method,
  path: string,
  policy: Policy,
  parts: { params?: Schema<Params>; query?: Schema<Query>; body?: Schema<Body>; reply?: Schema<Reply> } = {},
): Route<Params, Query, Body, Reply> {
  return { method, path, policy, ...parts };
}

/** What a handler of the route receives. */
export interface InputOf<R extends Route> {
  params: R extends Route<infer P, unknown, unknown, unknown> ? P : never;
  query: R extends Route<unknown, infer Q, unknown, unknown> ? Q : never;
  body: R extends Route<unknown, unknown, infer B, unknown> ? B : never;
}
/** What a handler of the route answers. */
export type ReplyOf<R> =
  R extends Route<never, never, never, infer T> ? T : R extends { reply?: Schema<infer T> } ? T : never;

/** One socket message with an ack. The ack is `{ ok: true, ...reply }` or a `Refusal`. */
export interface Exchange<Request = unknown, Reply = unknown> {
  readonly name: string;
  readonly policy: Policy;
  readonly request: Schema<Request>;
  readonly reply: Schema<Reply>;
}

export function exchange<Request, Reply>(
  name: string,
  policy: Policy,
  parts: { request: Schema<Request>; reply: Schema<Reply> },
): Exchange<Request, Reply> {
  return { name, policy, ...parts };
}

export type RequestOf<E> = E extends { request: Schema<infer T> } ? T : never;
export type AckOf<E> = E extends { reply: Schema<infer T> } ? T : never;

/** One message from the server that expects no ack. */
export interface Notice<Payload = unknown> {
  readonly name: string;
  readonly payload: Schema<Payload>;
}

export function notice<Payload>(name: string, payload: Schema<Payload>): Notice<Payload> {
  return { name, payload };
}
export type PayloadOf<N> = N extends { payload: Schema<infer T> } ? T : never;
