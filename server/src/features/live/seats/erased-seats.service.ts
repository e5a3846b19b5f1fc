import { marks } from '../../../platform/database/rows.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ParticipantsApi } from '../../units/units.api.js';
import { RoundRooms } from '../running/round-rooms.service.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';

/** When a registered person is erased, the names on their seats go with them; points and ranks stay. */
@Injectable()
export class ErasedSeats implements OnModuleInit {
  constructor(
    private readonly participants: ParticipantsApi,
    private readonly rooms: RoundRooms,
    private readonly announcer: RoundAnnouncer,
  ) {}

  onModuleInit(): void {
    this.participants.onErasing(async (tx, personIds) => {
      const list = marks(personIds);
      await tx.query(
        `UPDATE live_seat SET name = '', name_key = '', is_name_hidden = ?, version = version + 1 WHERE person_id IN (${list})`,
        [1, ...personIds],
      );
    });
    this.participants.onErased((personIds) => this.signOut(new Set(personIds)));
  }

  /** Their tokens are revoked: an open connection ends as well. */
  private signOut(personIds: ReadonlySet<string>): void {
    for (const { roundId } of this.rooms.all()) {
      this.announcer.bye(roundId, 'player', 'seat_moved', (socket) => {
        const { connection } = socket.data;
        return connection.as === 'player' && personIds.has(connection.personId);
      });
    }
  }
}
