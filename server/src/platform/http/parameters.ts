import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RefusalError } from '../errors/refusal-error.js';
import { routeOf } from './handles.js';
import { parseInput } from './parse-input.js';

/** `{ params, query, body }` as the route's schemas parsed them (`InputOf<typeof route>`); else `invalid_input`. */
export const Input = createParamDecorator((_: undefined, context: ExecutionContext) => {
  const route = routeOf(context.getHandler());
  if (route === undefined) {
    throw new Error('@Input() needs @Handles(route)');
  }
  return parseInput(route, requestOf(context));
});

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
