import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Browser } from '../support/browser.js';
import type { TestServer } from '../support/start-server.js';
import type { Example, RouteInput } from './hall-of-routes.js';

export interface Sent {
  readonly input: RouteInput;
  readonly status: number;
  readonly text: string;
}

let requests = 0;
/** Tens of thousands of requests: for each of them `fetch` would take more of the processor's time than the server does. */
const agent = new Agent({ keepAlive: true });

/**
 * Sends an input to the route of an example, with the cookie of whoever it is. Each request comes from another address, so that no
 * limit hides what lies behind it: the server must trust `loopback` as a proxy.
 */
export function askRoute(
  { origin }: Pick<TestServer, 'origin'>,
  { route, input, personToken }: Example,
  cookie: Browser['cookie'],
): Promise<Sent> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''));
  const query =
    input.query && Object.keys(input.query).length > 0 ? `?${new URLSearchParams(input.query).toString()}` : '';
  const hasBody = input.body !== undefined && route.method !== 'GET';
  requests += 1;
  const body = hasBody ? JSON.stringify(input.body) : '';
  const headers = {
    origin,
    'x-forwarded-for': `10.${(requests >> 16) & 255}.${(requests >> 8) & 255}.${requests & 255}`,
    ...(route.method !== 'GET' && { 'content-length': String(Buffer.byteLength(body)) }),
    ...(cookie !== null && { cookie }),
    ...(personToken && { authorization: `Bearer ${personToken}` }),
    ...(hasBody && { 'content-type': 'application/json' }),
  };
  return new Promise((resolve, reject) => {
    request(new URL(`${origin}${path}${query}`), { agent, method: route.method, headers })
      .on('response', (response) => {
        text(response).then((said) => resolve({ input, status: response.statusCode ?? 0, text: said }), reject);
      })
      .on('error', reject)
      .end(body);
  });
}
