import { contestRoutes as routes } from '@anquanli/contract/contest.js';
import type { InputOf } from '@anquanli/contract/exchange.js';
import type { ContestBoard } from '@anquanli/contract/vocabulary.js';
import { Controller } from '@nestjs/common';
import { RefusalError, valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { Input, PersonToken } from '../../../platform/http/parameters.js';
import { ContestDoor, type Visitor } from '../attempts/contest-door.service.js';
import { Certificates } from '../certificates/certificates.service.js';
import { StandingService } from './standing.service.js';
import { UnitBoards } from './unit-boards.service.js';

/** Boards and certificates, on the phone. A board that the contest does not show is not there. */
@Controller()
export class BoardController {
  constructor(
    private readonly door: ContestDoor,
    private readonly standings: StandingService,
    private readonly units: UnitBoards,
    private readonly certificates: Certificates,
  ) {}

  @Handles(routes.peopleBoard)
  async people(@Input() { params, query }: InputOf<typeof routes.peopleBoard>, @PersonToken() token: string) {
    const visitor = await this.before(token, params.contestId, 'people');
    return this.standings.page(visitor, query.scope, Number(query.offset ?? 0));
  }

  @Handles(routes.unitBoard)
  async unitBoard(@Input() { params, query }: InputOf<typeof routes.unitBoard>, @PersonToken() token: string) {
    const { contest, person } = await this.before(token, params.contestId, params.board);
    return this.units.page(contest, params.board, {
      ...(query.measure !== undefined && { measure: query.measure }),
      ...{ offset: Number(query.offset ?? 0), unitId: person.unitId },
    });
  }

  @Handles(routes.certificate)
  async certificate(@Input() { params }: InputOf<typeof routes.certificate>, @PersonToken() token: string) {
    return valueOf(await this.certificates.ofVisitor(valueOf(await this.door.visit(token, params.contestId))));
  }

  @Handles(routes.verify)
  async verify(@Input() { params }: InputOf<typeof routes.verify>) {
    return valueOf(await this.certificates.verify(params.number));
  }

  private async before(token: string, contestId: string, board: ContestBoard): Promise<Visitor> {
    const visitor = valueOf(await this.door.visit(token, contestId));
    if (!visitor.contest.settings.boards.includes(board)) throw new RefusalError('not_found');
    return visitor;
  }
}
