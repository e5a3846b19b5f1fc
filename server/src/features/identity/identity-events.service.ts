import { Injectable } from '@nestjs/common';
import * as z from 'zod/mini';
import { Bus, topic } from '../../platform/cluster/bus.js';
import type { SessionsEnded } from './identity.api.js';

const sessionsEnded = topic('identity.sessions.ended', z.object({ accountId: z.string() }));

/** Tells every process what has happened to identities, after it was committed. */
@Injectable()
export class IdentityEvents {
  constructor(private readonly bus: Bus) {}

  sessionsEnded(event: SessionsEnded): void {
    this.bus.tell(sessionsEnded, event);
  }

  onSessionsEnded(listener: (event: SessionsEnded) => void): void {
    this.bus.on(sessionsEnded, listener);
  }
}
