import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Bus } from '../../../platform/cluster/bus.js';
import { Log } from '../../../platform/logging/log.js';
import { SeatSet } from '../../../domain/live-round/seat-set.js';
import { AnswerDrain } from '../running/answer-drain.service.js';
import type { LiveRoom } from '../running/live-room.js';
import { RoundRooms } from '../running/round-rooms.service.js';
import { ofSeat } from '../sockets/live-connection.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { isOver } from '../rounds/round-row.js';
import { keptDigest, presence, type RoundDigest } from './digest.js';

/** What has changed is told this soon; what has not, each second, so that silence means something. */
const TELL_MS = 100;
const KEEP_ALIVE_MS = 1_000;
/** A node that has said nothing for so long is gone. */
const GONE_MS = 3_000;
/** So long a node that is gone without a word may still have people whom the others cannot see. */
const VANISHED_MS = 10 * 60_000;
/** After Redis was away nodes hear of each other again one after the other. */
const RETURN_MS = 5_000;
/** Every node has told of a room that was opened so long ago. */
const HEARD_MS = 2_000;
/** Rows are read again for other nodes' changes this often at most. */
const RECOUNT_MS = 500;

interface Peer {
  heardAt: number;
  /** System time of its last word. */
  saidAt: number;
}

/** What was told of a room, so that it is told again when it has changed. */
interface Told {
  changes: number;
  seatChanges: number;
  waiting: number;
  at: number;
}

/** Tells other nodes who is connected here and who has answered, and hears it from them. With one node it does nothing. */
@Injectable()
export class NodePeers implements OnApplicationBootstrap {
  private readonly peers = new Map<string, Peer>();
  private readonly told = new WeakMap<LiveRoom, Told>();
  private readonly recounts = new Map<string, NodeJS.Timeout>();
  private readonly newsListeners: ((room: LiveRoom) => void)[] = [];
  private readonly lostListeners: ((room: LiveRoom, since: number) => void)[] = [];
  private toldAt = -Infinity;
  private timers: NodeJS.Timeout[] = [];
  private readonly keeping = new WeakSet<LiveRoom>();
  /** Nodes that are gone without a word, and when: they may only be unable to speak. */
  private readonly vanished = new Map<string, number>();
  private isReading = false;
  private readonly seenSince = new WeakMap<LiveRoom, number>();

  constructor(
    private readonly bus: Bus,
    private readonly rooms: RoundRooms,
    private readonly drain: AnswerDrain,
    private readonly announcer: RoundAnnouncer,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (this.bus.isAlone) return;
    this.bus.on(presence, (news, from) => {
      if (from !== this.bus.nodeId) this.hear(news, from);
    });
    this.bus.onGap(() => void this.readAgain());
    this.announcer.onAnnounced((room) => this.drain.letGo(room));
    this.timers = [
      setInterval(() => this.tell(false), TELL_MS),
      setInterval(() => this.lookForLost(), KEEP_ALIVE_MS / 2),
    ];
  }

  /** The last word of a node that stops: its people have been told to come elsewhere, and what they handed in is written. */
  leave(): void {
    this.timers.forEach(clearInterval);
    this.recounts.forEach(clearTimeout);
    if (!this.bus.isAlone) this.tell(true);
  }

  /** Calls back when other nodes have told something of a room. */
  onNews(listener: (room: LiveRoom) => void): void {
    this.newsListeners.push(listener);
  }

  /** Calls back on one node alone for each room in which a node had people that is gone without a word since then. */
  onLost(listener: (room: LiveRoom, since: number) => void): void {
    this.lostListeners.push(listener);
  }

  private tell(isLeaving: boolean): void {
    const now = performance.now();
    const isDue = now - this.toldAt >= KEEP_ALIVE_MS;
    this.rooms.all().forEach((room) => this.lookAfter(room, now));
    const rounds = this.rooms.all().flatMap((room) => (isOver(room.loaded.row) ? [] : (this.news(room, now) ?? [])));
    if (rounds.length === 0 && !isDue && !isLeaving) return;
    this.toldAt = now;
    this.bus.tellOthers(presence, { at: this.clock.now(), isLeaving, rounds });
  }

  /** Null when others know it all already. */
  private news(room: LiveRoom, now: number): RoundDigest | null {
    const told = this.told.get(room);
    const waiting = this.drain.waitingIn(room);
    // While a reveal may wait for it, each tenth of a second counts.
    const isAwaited = room.state.phase === 'question_closed';
    const isKnown = told?.changes === room.changes && told.waiting === waiting && now - told.at < KEEP_ALIVE_MS;
    if (isKnown && !isAwaited) return null;
    // A seat that was counted by the rows while it was taken here would be counted twice.
    if (told !== undefined && told.seatChanges !== room.seatChanges) this.recountSoon(room);
    this.told.set(room, { changes: room.changes, seatChanges: room.seatChanges, waiting, at: now });
    return {
      ...{ roundId: room.roundId, questionNo: room.state.questionNo, waiting, seatChanges: room.seatChanges },
      online: SeatSet.of(room.onlineSeats()).toText(),
      answered: SeatSet.of(room.answeredSeats()).toText(),
      joinsLastMinute: room.joinsWithinMinute(this.clock.now()),
    };
  }

  private hear(
    { at, isLeaving, rounds }: { at: number; isLeaving: boolean; rounds: RoundDigest[] },
    from: string,
  ): void {
    if (isLeaving) return this.letGo(from);
    this.vanished.delete(from);
    this.peers.set(from, { heardAt: performance.now(), saidAt: at });
    for (const digest of rounds) {
      const room = this.rooms.peek(digest.roundId);
      if (!room) continue;
      const kept = keptDigest(digest, at);
      const before = room.peers.note(from, kept);
      room.notePeersOnline();
      room.areCountersDirty = true;
      if (before?.seatChanges !== kept.seatChanges || room.isAnswering) this.recountSoon(room);
      this.newsListeners.forEach((listener) => listener(room));
    }
  }

  /** Is everybody's word known? And whichever node reveals, what hidden pages left here is stored here. */
  private lookAfter(room: LiveRoom, now: number): void {
    const seenAt = this.seenSince.get(room) ?? now;
    this.seenSince.set(room, seenAt);
    room.peers.isWhole = this.bus.isOpen && this.vanished.size === 0 && now - seenAt >= HEARD_MS;
    if (!room.peers.isWhole && room.isAnswering) this.readLater(room);
    if (room.state.phase !== 'question_closed' || room.drafts().length === 0 || this.keeping.has(room)) return;
    this.keeping.add(room);
    this.drain
      .keepDrafts(room)
      .catch((err: unknown) => this.log.warn({ err, roundId: room.roundId }, 'left selections could not be stored yet'))
      .finally(() => this.keeping.delete(room));
  }

  /** What cannot be heard is in the rows. */
  private readLater(room: LiveRoom): void {
    this.later(room, KEEP_ALIVE_MS, async () => {
      await this.rooms.rebuild(room);
      this.newsListeners.forEach((listener) => listener(room));
    });
  }

  /** People and names, and how a question is being answered, are counted by the rows. */
  private recountSoon(room: LiveRoom): void {
    this.later(room, RECOUNT_MS, async () => {
      if (room.isAnswering) await this.rooms.readChoices(room);
      await this.rooms.readSeats(room);
    });
  }

  /** One reading of a room waits at a time. */
  private later(room: LiveRoom, ms: number, read: () => Promise<void>): void {
    if (this.recounts.has(room.roundId)) return;
    const timer = setTimeout(() => {
      this.recounts.delete(room.roundId);
      void this.reading(room, read);
    }, ms);
    this.recounts.set(room.roundId, timer);
  }

  /** Never rejects: what could not be read is read with the next news. */
  private async reading(room: LiveRoom, read: () => Promise<unknown>): Promise<void> {
    try {
      await read();
    } catch (err) {
      this.log.warn({ err, roundId: room.roundId }, 'a room could not be read anew');
    }
  }

  private lookForLost(): void {
    const now = performance.now();
    for (const [nodeId, at] of this.vanished) if (now - at > VANISHED_MS) this.vanished.delete(nodeId);
    // While no news can come, silence says nothing.
    if (!this.bus.isOpen) {
      this.peers.forEach((peer) => Object.assign(peer, { heardAt: now + RETURN_MS, saidAt: this.clock.now() }));
      return;
    }
    const gone = [...this.peers].filter(([, { heardAt }]) => now - heardAt >= GONE_MS);
    for (const [nodeId] of gone) {
      this.log.warn({ nodeId }, 'a node is gone without a word');
      this.peers.delete(nodeId);
      this.vanished.set(nodeId, now);
    }
    // Of those who are left one gives back the people's time.
    const isMine = [...this.peers.keys()].every((other) => this.bus.nodeId < other);
    for (const [nodeId, { saidAt }] of gone) this.lose(nodeId, isMine ? saidAt : null);
  }

  private lose(nodeId: string, since: number | null): void {
    for (const room of this.rooms.all()) {
      const last = room.peers.drop(nodeId);
      const hadPeople = last !== undefined && [...last.online].length > 0;
      if (hadPeople && since !== null) this.lostListeners.forEach((listener) => listener(room, since));
      this.readSoon(room);
    }
  }

  /** A node that stops has told its people to come elsewhere, and has written what they handed in. */
  private letGo(nodeId: string): void {
    this.peers.delete(nodeId);
    for (const room of this.rooms.all()) if (room.peers.drop(nodeId) !== undefined) this.readSoon(room);
  }

  private readSoon(room: LiveRoom): void {
    room.areCountersDirty = true;
    void this.reading(room, () => this.rooms.rebuild(room));
  }

  /** News was missed: what it may have been is in the rows. */
  private async readAgain(): Promise<void> {
    // What is missed while rooms are read is noticed by each sender's next number.
    if (this.isReading) return;
    this.isReading = true;
    this.log.warn({}, 'news of other nodes was missed; rooms are read anew');
    for (const room of this.rooms.all()) {
      await this.reading(room, async () => {
        for (const { seatNo, status } of await this.rooms.rebuild(room))
          this.announcer.bye(room.roundId, 'player', status, ofSeat(seatNo));
        await this.announcer.again(room);
      });
    }
    this.isReading = false;
  }
}
