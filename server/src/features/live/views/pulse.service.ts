import { playerNotices } from '@anquanli/contract/live';
import { Injectable } from '@nestjs/common';
import type { LiveSocket } from '../sockets/live-connection.js';
import { RoundRooms } from '../running/round-rooms.service.js';

const PULSE_MS = 5_000;
const SLOTS = 50;

/**
 * Tells every socket every five seconds which version is the newest that all have been told, spread evenly so that no loop is long. One that is
 * still on its way to thousands would have them ask for what they are about to get.
 */
@Injectable()
export class PulseService {
  private readonly slots: Set<LiveSocket>[] = Array.from({ length: SLOTS }, () => new Set<LiveSocket>());
  private readonly slotOf = new WeakMap<LiveSocket, Set<LiveSocket>>();
  private nextSlot = 0;
  private turn = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly rooms: RoundRooms) {}

  start(): void {
    this.timer ??= setInterval(() => this.beat(), PULSE_MS / SLOTS);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  add(socket: LiveSocket): void {
    const slot = this.slots[this.nextSlot];
    this.nextSlot = (this.nextSlot + 1) % SLOTS;
    if (!slot) return;
    slot.add(socket);
    this.slotOf.set(socket, slot);
  }

  remove(socket: LiveSocket): void {
    this.slotOf.get(socket)?.delete(socket);
  }

  private beat(): void {
    const slot = this.slots[this.turn];
    this.turn = (this.turn + 1) % SLOTS;
    for (const socket of slot ?? []) {
      const room = this.rooms.peek(socket.data.connection.roundId);
      if (!room) continue;
      socket.volatile.emit(playerNotices.pulse.name, { version: room.announcedVersion, people: room.people });
    }
  }
}
