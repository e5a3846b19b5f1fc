import { Injectable } from '@nestjs/common';
import { isInAudience } from '../../../domain/contest/audience.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import type { UnitTree } from '../../../domain/units/unit-tree.js';
import { type KnownParticipant, ParticipantsApi, UnitsApi } from '../../units/units.api.js';
import { ContestsRepository } from '../contests.repository.js';
import type { ContestEntity } from '../entities/contest.entity.js';

/** Somebody who stands before a contest that is for them. */
export interface Visitor {
  readonly person: KnownParticipant;
  readonly contest: ContestEntity;
  readonly tree: UnitTree;
}

/** Who may go into which contest. */
@Injectable()
export class ContestDoor {
  constructor(
    private readonly participants: ParticipantsApi,
    private readonly units: UnitsApi,
    private readonly contests: ContestsRepository,
  ) {}

  /** Refusals: `not_registered`, `registration_waiting`, `registration_refused`. */
  async person(personToken: string): Promise<Result<KnownParticipant>> {
    const person = await this.participants.ofToken(personToken);
    if (person === null || person.status === 'erased') return refuse('not_registered');
    if (person.status === 'waiting') return refuse('registration_waiting');
    return person.status === 'refused' ? refuse('registration_refused') : accept(person);
  }

  /** And `not_found` for a contest that is not published, `contest_not_for_unit`. */
  async visit(personToken: string, contestId: string): Promise<Result<Visitor>> {
    const person = await this.person(personToken);
    if (!person.ok) return person;
    const contest = await this.contests.find(contestId);
    if (contest === null || !contest.isPublished) return refuse('not_found');
    const tree = await this.units.tree();
    if (!isInAudience(tree, contest.settings.audience, person.value.unitId)) return refuse('contest_not_for_unit');
    return accept({ person: person.value, contest, tree });
  }

  /** Published contests for the person's unit. */
  async contestsFor(person: KnownParticipant): Promise<ContestEntity[]> {
    const tree = await this.units.tree();
    const all = await this.contests.published();
    return all.filter(({ settings }) => isInAudience(tree, settings.audience, person.unitId));
  }
}
