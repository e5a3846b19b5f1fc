import type { Policy } from '@anquanli/contract/exchange.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusalError } from '../errors/refusal-error.js';

/** JSON is the only body there is: a form of a foreign page cannot send it. An empty one counts as none. */
export function addBodyParser(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = String(body);
    try {
      done(null, text === '' ? undefined : JSON.parse(text, withoutPrototype));
    } catch {
      done(new RefusalError('invalid_input', { path: 'body' }));
    }
  });
}

/**
 * Lets routes take the large bodies that their policy declares. To be called before routes are made. Who sends one is
 * admitted before a byte of it is read: parsing megabytes for a stranger would hold up everybody.
 */
export function allowLargeBodies(
  fastify: FastifyInstance,
  admit: (policy: Policy, request: FastifyRequest) => Promise<void>,
): void {
  fastify.addHook('onRoute', (route) => {
    const { largeBody } = (route.config ?? {}) as { largeBody?: Policy };
    if (largeBody?.bodyBytes === undefined) return;
    route.bodyLimit = largeBody.bodyBytes;
    route.onRequest = async (request) => admit(largeBody, request);
  });
}

/** `__proto__` as a key has no honest use. */
function withoutPrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') {
    throw new SyntaxError('__proto__');
  }
  return value;
}
