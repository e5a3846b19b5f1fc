import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { SessionsEnded } from './identity.api.js';

const SESSIONS_ENDED = 'account.sessions.ended';

/** Tells the process what has happened to identities, after it was committed. */
@Injectable()
export class IdentityEvents {
  private readonly emitter = new EventEmitter();

  sessionsEnded(event: SessionsEnded): void {
    this.emitter.emit(SESSIONS_ENDED, event);
  }

  onSessionsEnded(listener: (event: SessionsEnded) => void): void {
    this.emitter.on(SESSIONS_ENDED, listener);
  }
}
