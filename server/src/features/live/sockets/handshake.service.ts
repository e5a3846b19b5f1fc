import { Injectable } from '@nestjs/common';
import type { HostHandshake } from '@anquanli/contract/live-host';
import type { PlayerHandshake } from '@anquanli/contract/live';
import type { StageHandshake } from '@anquanli/contract/live-stage';
import { can } from '../../../domain/identity/can.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { hashToken } from '../../../platform/random/random.js';
import { IdentityApi } from '../../identity/identity.api.js';
import { JoinService } from '../seats/join.service.js';
import type { Connection } from './live-connection.js';
import { RoundRepository } from '../rounds/round.repository.js';

/** Who opens this socket? */
@Injectable()
export class HandshakeService {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly joins: JoinService,
    private readonly identity: IdentityApi,
  ) {}

  identify(
    handshake: PlayerHandshake | StageHandshake | HostHandshake,
    cookie: string | undefined,
  ): Promise<Result<Connection>> {
    switch (handshake.as) {
      case 'player':
        return this.player(handshake);
      case 'stage':
        return this.stage(handshake);
      case 'host':
        return this.host(handshake, cookie);
    }
  }

  private async player({ roundId, personToken }: PlayerHandshake): Promise<Result<Connection>> {
    const seat = await this.joins.seatOf(roundId, personToken);
    if (!seat) return refuse('not_seated');
    if (seat.status === 'kicked') return refuse('seat_kicked');
    if (seat.status === 'banned') return refuse('seat_banned');
    const { seatNo, personId } = seat;
    return accept({ as: 'player', roundId, seatNo, personId, tokenHash: hashToken(personToken) });
  }

  private async stage({ stageCode }: StageHandshake): Promise<Result<Connection>> {
    const row = await this.rounds.find({ stageCode });
    return row ? accept({ as: 'stage', roundId: row.id }) : refuse('stage_code_unknown');
  }

  private async host({ roundId }: HostHandshake, cookie: string | undefined): Promise<Result<Connection>> {
    const actor = await this.identity.actorOfCookie(cookie);
    if (!actor) return refuse('not_signed_in');
    const row = await this.rounds.find({ id: roundId });
    if (!row || !can(actor, 'rounds.drive', { ownerId: row.ownerId, roundId })) return refuse('not_found');
    return accept({ as: 'host', roundId, actor });
  }
}
