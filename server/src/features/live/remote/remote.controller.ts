import type { InputOf } from '@anquanli/contract/exchange';
import { roundRoutes } from '@anquanli/contract/rounds';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../domain/identity/actor.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { RemoteService } from './remote.service.js';
import { RoundAdminService } from '../rounds/round-admin.service.js';

/** Makes a phone the remote control of one round. */
@Controller()
export class RemoteController {
  constructor(
    private readonly admin: RoundAdminService,
    private readonly remotes: RemoteService,
  ) {}

  @Handles(roundRoutes.createRemoteCode)
  async createCode(@Input() { params }: InputOf<typeof roundRoutes.createRemoteCode>, @CurrentActor() actor: Actor) {
    return this.remotes.createCode(actor, valueOf(await this.admin.find(actor, 'rounds.change', params.roundId)));
  }

  @Handles(roundRoutes.remoteCodeState)
  async codeState(@Input() { params }: InputOf<typeof roundRoutes.remoteCodeState>, @CurrentActor() actor: Actor) {
    const row = valueOf(await this.admin.find(actor, 'rounds.change', params.roundId));
    return valueOf(await this.remotes.stateForHost(row.id, params.pairingId));
  }

  @Handles(roundRoutes.confirmRemote)
  async confirm(@Input() { params }: InputOf<typeof roundRoutes.confirmRemote>, @CurrentActor() actor: Actor) {
    const row = valueOf(await this.admin.find(actor, 'rounds.change', params.roundId));
    return valueOf(await this.remotes.confirm(row.id, params.pairingId));
  }

  @Handles(roundRoutes.takeRemoteCode)
  async take(@Input() { body }: InputOf<typeof roundRoutes.takeRemoteCode>) {
    return valueOf(await this.remotes.take(body.code));
  }

  @Handles(roundRoutes.remoteState)
  async state(
    @Input() { body }: InputOf<typeof roundRoutes.remoteState>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { cookie, ...state } = valueOf(await this.remotes.stateForPhone(body.pairingId, body.secret));
    if (cookie !== null) void reply.header('set-cookie', cookie);
    return state;
  }
}
