import { Injectable } from '@nestjs/common';
import { type KnownParticipant, ParticipantsApi, UnitsApi } from '../../units/units.api.js';
import type { Entrance } from './join.service.js';

/** Registered people at the door of a round: they sit down without typing, for their unit. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly participants: ParticipantsApi,
    private readonly units: UnitsApi,
  ) {}

  /** Who the door may greet by name; null for guests. */
  async shownOf(personToken: string | undefined): Promise<{ name: string; unitName: string } | null> {
    const participant = await this.find(personToken);
    if (participant === null) return null;
    const tree = await this.units.tree();
    return { name: participant.name, unitName: tree.get(tree.survivorOf(participant.unitId))?.name ?? '' };
  }

  /** Nothing typed: under the own name, for the own unit. A typed name is a guest's. */
  async entranceOf({ name, personToken }: { name: string; personToken?: string | undefined }): Promise<Entrance> {
    const participant = name.trim() === '' ? await this.find(personToken) : null;
    return { name: participant?.name ?? name, unitId: participant?.unitId ?? null, personToken };
  }

  private async find(personToken: string | undefined): Promise<KnownParticipant | null> {
    const participant = personToken === undefined ? null : await this.participants.ofToken(personToken);
    return participant?.status === 'active' ? participant : null;
  }
}
