import type { FastifyInstance } from 'fastify';
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

/** Lets routes take the large bodies that their policy declares. To be called before routes are made. */
export function allowLargeBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const { bodyBytes } = (route.config ?? {}) as { bodyBytes?: number };
    if (bodyBytes !== undefined) route.bodyLimit = bodyBytes;
  });
}

/** `__proto__` as a key has no honest use. */
function withoutPrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') {
    throw new SyntaxError('__proto__');
  }
  return value;
}
