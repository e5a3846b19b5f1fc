import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RefusalError } from '../errors/refusal-error.js';

/** `{ params, query, body }` as the guard parsed them by the route's schemas (`InputOf<typeof route>`). */
export const Input = createParamDecorator((_: undefined, context: ExecutionContext) => requestOf(context).input);

/** The actor of a route for accounts (`signed_in`, `admin`, `host`). */
export const CurrentActor = createParamDecorator((_: undefined, context: ExecutionContext) => {
  const { identity } = requestOf(context);
  if (identity === undefined) {
    throw new RefusalError('not_signed_in');
  }
  return identity;
});

/** The secret of a participant, well-formed but not yet known to be anybody's. */
export const PersonToken = createParamDecorator((_: undefined, context: ExecutionContext) => {
  const { personToken } = requestOf(context);
  if (personToken === undefined) {
    throw new RefusalError('not_seated');
  }
  return personToken;
});

/** The address that counts as the client's, by TRUST_PROXY. */
export const Address = createParamDecorator((_: undefined, context: ExecutionContext) => requestOf(context).ip);

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}
