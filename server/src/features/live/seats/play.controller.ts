import type { InputOf } from '@anquanli/contract/exchange';
import { joinRoutes } from '@anquanli/contract/join';
import { Controller } from '@nestjs/common';
import { fullName } from '../../../domain/live-round/name.js';
import { RefusalError, valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { Address, Input, PersonToken } from '../../../platform/http/parameters.js';
import { KnownPeople } from './known-people.service.js';
import { JoinService } from './join.service.js';
import { ResultsService } from '../results/results.service.js';
import { SeatClaimService } from './seat-claim.service.js';

/** The participants' routes. */
@Controller()
export class PlayController {
  constructor(
    private readonly joins: JoinService,
    private readonly claims: SeatClaimService,
    private readonly results: ResultsService,
    private readonly known: KnownPeople,
  ) {}

  @Handles(joinRoutes.findRound)
  async find(@Input() { body }: InputOf<typeof joinRoutes.findRound>, @Address() address: string) {
    const row = valueOf(await this.joins.behind(body.door, address));
    const seat = body.personToken === undefined ? null : await this.joins.seatOf(row.id, body.personToken);
    return {
      roundId: row.id,
      joinToken: row.joinToken,
      title: row.settings.title,
      phase: row.phase,
      isLocked: row.isLobbyLocked,
      seat: seat && { seatNo: seat.seatNo, name: fullName(seat) },
      known: await this.known.shownOf(body.personToken),
    };
  }

  @Handles(joinRoutes.join)
  async join(@Input() { body }: InputOf<typeof joinRoutes.join>, @Address() address: string) {
    const row = valueOf(await this.joins.behind(body.door, address));
    return valueOf(await this.joins.join(row, await this.known.entranceOf(body)));
  }

  @Handles(joinRoutes.claimSeat)
  async claimSeat(@Input() { body }: InputOf<typeof joinRoutes.claimSeat>, @Address() address: string) {
    const row = valueOf(await this.joins.behind(body.door, address));
    return valueOf(await this.claims.claim(row, body.name));
  }

  @Handles(joinRoutes.claimState)
  async claimState(@Input() { params, body }: InputOf<typeof joinRoutes.claimState>) {
    return valueOf(await this.claims.stateOf(params.claimId, body.claimSecret));
  }

  @Handles(joinRoutes.review)
  async review(@Input() { params }: InputOf<typeof joinRoutes.review>, @PersonToken() personToken: string) {
    const seat = await this.joins.seatOf(params.roundId, personToken);
    if (!seat) throw new RefusalError('not_seated');
    return valueOf(await this.results.review(params.roundId, seat.seatNo));
  }
}
