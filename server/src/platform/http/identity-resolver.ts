import type { InputOf, Route } from '@anquanli/contract/exchange.js';
import type { Role } from '@anquanli/contract/vocabulary.js';
import type { FastifyRequest } from 'fastify';

/** What the guard needs to know of somebody signed in. Features see the whole actor. */
export interface KnownIdentity {
  /** `remote` = a phone that may drive one round and nothing else. */
  readonly kind: 'account' | 'remote';
  readonly accountId: string;
  readonly role: Role;
  /** The unit a captain looks after. */
  readonly unitId: string | null;
}

/** Finds out who sends a request; implemented by the identity feature. */
export abstract class IdentityResolver {
  /** null when nobody is signed in, or no longer. */
  abstract resolve(request: FastifyRequest): Promise<KnownIdentity | null>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard on routes that ask for an account. */
    identity?: KnownIdentity;
    /** Set by the guard on routes of participants. */
    personToken?: string;
    /** Set by the guard: what came in, parsed by the schemas of the route. */
    input?: InputOf<Route>;
  }
}
