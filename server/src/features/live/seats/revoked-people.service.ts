import { Injectable, type OnModuleInit } from '@nestjs/common';
import { marks } from '../../../platform/database/rows.js';
import { ParticipantsApi } from '../../units/units.api.js';
import type { Connection } from '../sockets/live-connection.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';

/**
 * When tokens of a registered person are revoked, connections that were opened with them end. When the person is erased, the names on their seats go
 * as well; points and ranks stay.
 */
@Injectable()
export class RevokedPeople implements OnModuleInit {
  constructor(
    private readonly participants: ParticipantsApi,
    private readonly announcer: RoundAnnouncer,
  ) {}

  onModuleInit(): void {
    this.participants.onErasing(async (tx, personIds) => {
      await tx.query(
        `UPDATE live_seat SET name = '', name_key = '', is_name_hidden = ?, version = version + 1 WHERE person_id IN (${marks(personIds)})`,
        [1, ...personIds],
      );
    });
    this.participants.onErased((personIds) => {
      const erased = new Set(personIds);
      this.signOut((phone) => erased.has(phone.personId));
    });
    this.participants.onSignedOut((personId, keptTokenHash) =>
      this.signOut((phone) => phone.personId === personId && phone.tokenHash !== keptTokenHash),
    );
  }

  private signOut(isMeant: (phone: Extract<Connection, { as: 'player' }>) => boolean): void {
    this.announcer.sendAway('seat_moved', (connection) => connection.as === 'player' && isMeant(connection));
  }
}
