import type { Browser } from '../support/browser.js';
import type { TestServer } from '../support/start-server.js';
import type { Example, RouteInput } from './hall-of-routes.js';

export interface Sent {
  readonly input: RouteInput;
  readonly status: number;
  readonly text: string;
}

let requests = 0;

/**
 * Sends an input to the route of an example, with the cookie of whoever it is. Each request comes from another address, so that no
 * limit hides what lies behind it: the server must trust `loopback` as a proxy.
 */
export async function askRoute(
  { origin }: Pick<TestServer, 'origin'>,
  { route, input, personToken }: Example,
  cookie: Browser['cookie'],
): Promise<Sent> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''));
  const query =
    input.query && Object.keys(input.query).length > 0 ? `?${new URLSearchParams(input.query).toString()}` : '';
  const hasBody = input.body !== undefined && route.method !== 'GET';
  requests += 1;
  const response = await fetch(`${origin}${path}${query}`, {
    method: route.method,
    headers: {
      origin,
      'x-forwarded-for': `10.${(requests >> 16) & 255}.${(requests >> 8) & 255}.${requests & 255}`,
      ...(cookie !== null && { cookie }),
      ...(personToken && { authorization: `Bearer ${personToken}` }),
      ...(hasBody && { 'content-type': 'application/json' }),
    },
    ...(hasBody && { body: JSON.stringify(input.body) }),
  });
  return { input, status: response.status, text: await response.text() };
}
