import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../domain/identity/actor.js';
import { IdentityResolver } from '../../platform/http/identity-resolver.js';
import { actorOf, SessionService } from './session.service.js';

/** Tells the guard who a request comes from: whose session its cookie names. */
@Injectable()
export class CookieIdentity extends IdentityResolver {
  constructor(private readonly sessions: SessionService) {
    super();
  }

  async resolve(request: FastifyRequest): Promise<Actor | null> {
    const found = await this.sessions.of(request.headers.cookie);
    return found && actorOf(found);
  }
}
