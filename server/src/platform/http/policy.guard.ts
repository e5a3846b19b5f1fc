import type { Policy, Route } from '@anquanli/contract/exchange.js';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RefusalError } from '../errors/refusal-error.js';
import { hashToken } from '../random/random.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';
import { routeOf } from './handles.js';
import { IdentityResolver, type KnownIdentity } from './identity-resolver.js';
import { parseInput } from './parse-input.js';

/**
 * Enforces what each route declares: who, how often, and what comes in. A handler without a declared route is a bug and
 * answers nobody.
 */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly identities: IdentityResolver,
    private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = routeOf(context.getHandler());
    if (route === undefined) {
      throw new Error(
        `${context.getClass().name}.${context.getHandler().name} is not bound to a route of the contract`,
      );
    }
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    await this.admit(route.policy, request);
    await this.count(route, request);
    // Here and not in handlers: a route that takes nothing has no parameter that would refuse what comes all the same.
    request.input = parseInput(route, request);
    return true;
  }

  /** Refuses who may not, and notes who it is. A remote control passes as `host` only; whether the round is theirs is decided by the feature's scope. */
  async admit({ who }: Policy, request: FastifyRequest): Promise<void> {
    switch (who) {
      case 'anyone':
      case 'stage':
        return;
      case 'player':
        request.personToken = bearerOf(request);
        return;
      case 'signed_in':
      case 'organiser':
      case 'host':
      case 'admin': {
        const identity = await this.identities.resolve(request);
        if (identity === null) {
          throw new RefusalError('not_signed_in');
        }
        if (!isEnough(who, identity)) {
          throw new RefusalError('forbidden');
        }
        request.identity = identity;
      }
    }
  }

  private async count(route: Route, request: FastifyRequest): Promise<void> {
    const { limit } = route.policy;
    if (limit === undefined) {
      return;
    }
    const source = limit.per === 'address' ? request.ip : identityKey(request);
    const verdict = await this.limiter.take(`${route.method} ${route.path} ${source}`, limit);
    if (!verdict.ok) {
      throw new RefusalError('too_many_requests', { retryAfterMs: verdict.retryAfterMs });
    }
  }
}

/** Whether the role is enough; a captain is an account and nothing more. */
function isEnough(who: 'signed_in' | 'organiser' | 'host' | 'admin', { kind, role }: KnownIdentity): boolean {
  if (who === 'host') return kind === 'remote' || role !== 'captain';
  if (kind !== 'account') return false;
  return who === 'signed_in' || role === 'admin' || (who === 'organiser' && role === 'organiser');
}

function bearerOf(request: FastifyRequest): string {
  const token = /^Bearer ([0-9a-f]{32})$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) {
    throw new RefusalError('not_seated');
  }
  return token;
}

function identityKey(request: FastifyRequest): string {
  if (request.identity !== undefined) {
    return request.identity.accountId;
  }
  return request.personToken === undefined ? request.ip : hashToken(request.personToken);
}
