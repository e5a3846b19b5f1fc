import { hostNotices } from '@anquanli/contract/live-host';
import type { HostCounters } from '@anquanli/contract/live-host';
import { playerNotices, type Me, type PlayerScreen, type SharedPlayerView } from '@anquanli/contract/live';
import { stageNotices } from '@anquanli/contract/live-stage';
import { AUDIENCES, type Audience, type ByeReason } from '@anquanli/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import { hostView, playerView, stageView } from '../../../domain/live-round/projection.js';
import type { RoundSnapshot } from '../../../domain/live-round/snapshot.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Bus } from '../../../platform/cluster/bus.js';
import { FairGate } from '../../../platform/database/fair-gate.js';
import { Partings } from '../sockets/partings.js';
import { roomName, seatOf, type Connection, type LiveServer, type LiveSocket } from '../sockets/live-connection.js';
import { roundMoved } from '../nodes/digest.js';
import type { LiveRoom } from '../running/live-room.js';
import type { Scored } from '../running/scoring.service.js';
import { PersonalService } from './personal.service.js';
import { RoundRooms } from '../running/round-rooms.service.js';
import { RoundSnapshotService, WITH_BOARD } from './round-snapshot.service.js';

/** Personal results go out in slices of this many sockets, so that answers of other rounds are not kept waiting. */
const SLICE = 250;

interface Announcing {
  readonly isWanted?: () => boolean;
  readonly tellOthers?: (version: number) => void;
  readonly written?: { readonly version: number; readonly scored: Scored | null } | undefined;
}

/** Tells people what has been committed: views once per audience, results seat by seat. */
@Injectable()
export class RoundAnnouncer {
  private server: LiveServer | null = null;
  private readonly gates = new Map<string, FairGate>();
  private readonly snapshots = new WeakMap<object, Promise<RoundSnapshot>>();
  private readonly listeners: ((room: LiveRoom) => void)[] = [];

  constructor(
    private readonly rooms: RoundRooms,
    private readonly snapshotService: RoundSnapshotService,
    private readonly personal: PersonalService,
    private readonly bus: Bus,
    private readonly partings: Partings,
    private readonly clock: Clock,
  ) {}

  attach(server: LiveServer): void {
    this.server = server;
    this.rooms.onForgotten((roundId) => this.gates.delete(roundId));
    this.bus.on(roundMoved, ({ roundId, version, hasNewResults }, from) => {
      // What fails is seen by the next poll of versions.
      if (from !== this.bus.nodeId) this.caughtUp(roundId, version, { hasNewResults }).catch(() => undefined);
    });
  }

  /** Calls back after each announced version of a round. */
  onAnnounced(listener: (room: LiveRoom) => void): void {
    this.listeners.push(listener);
  }

  /**
   * The rows of a round have a newer version: read them, tell everybody, on all nodes. `results` changed too after a reveal or a void. What has
   * just been written for a version is not read back when that is still the one to tell of.
   */
  async changed(
    roundId: string,
    change: { hasNewResults: boolean },
    written?: { version: number; scored: Scored | null },
  ): Promise<void> {
    // The other nodes first: telling thousands here takes its time.
    const tellOthers = (version: number) => this.bus.tellOthers(roundMoved, { roundId, version, ...change });
    await this.announce(roundId, change, { tellOthers, written });
  }

  /** Another node has moved the round to this version, by its word or by the rows: this node's sockets are told, once. */
  async caughtUp(roundId: string, version: number, change: { hasNewResults: boolean }): Promise<void> {
    const isNews = () => (this.rooms.peek(roundId)?.announcedVersion ?? version) < version;
    if (isNews()) await this.announce(roundId, change, { isWanted: isNews });
  }

  private async announce(
    roundId: string,
    change: { hasNewResults: boolean },
    { isWanted, tellOthers, written }: Announcing = {},
  ): Promise<void> {
    const gate = this.gates.get(roundId) ?? new FairGate();
    this.gates.set(roundId, gate);
    await gate.enter(async () => {
      if (isWanted?.() === false) return;
      await this.rooms.refresh(roundId);
      const room = this.rooms.peek(roundId);
      if (!room) return;
      const { version } = room.loaded.row;
      tellOthers?.(version);
      if (change.hasNewResults) await this.emitResults(room, written?.version === version ? written.scored : null);
      else await this.emitViews(room);
      // What fails on the way is told again by the next poll.
      room.announcedVersion = Math.max(room.announcedVersion, version);
      this.listeners.forEach((listener) => listener(room));
    });
  }

  /** The laptop has moved to another network: the address in the QR code follows. */
  async renewAddress(room: LiveRoom): Promise<void> {
    const { joinUrl } = await this.snapshot(room);
    if (this.snapshotService.joinUrlOf(room.loaded) === joinUrl) return;
    this.snapshots.delete(room.loaded);
    await this.emitViews(room);
  }

  /** The snapshot of the room's version, made once however many ask. */
  snapshot(room: LiveRoom): Promise<RoundSnapshot> {
    const key = room.loaded;
    let snapshot = this.snapshots.get(key);
    if (!snapshot) {
      snapshot = this.snapshotService.snapshotOf(room.loaded);
      this.snapshots.set(key, snapshot);
      snapshot.catch(() => this.snapshots.delete(key));
    }
    return snapshot;
  }

  shared<View>(snapshot: RoundSnapshot, view: View) {
    return { roundId: snapshot.roundId, version: snapshot.version, serverNow: this.clock.now(), view };
  }

  /** View and own part in one message; the view alone to a seat that is no more. */
  show(socket: LiveSocket, shared: SharedPlayerView, me: Me | null): void {
    if (me) socket.emit(playerNotices.screen.name, { shared, me } satisfies PlayerScreen);
    else socket.emit(playerNotices.view.name, shared);
  }

  /** Counters to host and stage, lossy: the caller holds the pace. */
  counters(room: LiveRoom): void {
    room.areCountersDirty = false;
    this.server?.to(roomName(room.roundId, 'stage')).volatile.emit(stageNotices.counters.name, room.stageCounters());
    this.server?.to(roomName(room.roundId, 'host')).volatile.emit(hostNotices.counters.name, this.hostCounters(room));
  }

  hostCounters(room: LiveRoom): HostCounters {
    return {
      people: room.people,
      online: room.online,
      answered: room.answered,
      choices: room.choices(),
      isJoinFlood: room.isJoinFlood(this.clock.now()),
      waitingClaims: room.waitingClaims,
    };
  }

  /** Sends the own part again to every tab of one seat. */
  async tellSeat(room: LiveRoom, seatNo: number): Promise<void> {
    const sockets = this.socketsOf(room.roundId, 'player').filter((socket) => seatOf(socket) === seatNo);
    if (sockets.length === 0) return;
    const me = await this.personal.ofSeatNo(room.loaded, seatNo);
    if (me) sockets.forEach((socket) => socket.emit(playerNotices.me.name, me));
  }

  /** A name or a status changed that a board on screen shows: the same version once more, read anew. */
  async seatsChanged(room: LiveRoom): Promise<void> {
    const before = await this.snapshot(room);
    this.snapshots.delete(room.loaded);
    this.personal.seatsChanged(room.loaded);
    if (!WITH_BOARD.includes(room.state.phase)) return;
    const { board, fastestClimber } = await this.snapshot(room);
    // Thousands of phones are told only of what they show.
    const isShown = JSON.stringify([board, fastestClimber]) !== JSON.stringify([before.board, before.fastestClimber]);
    if (isShown) await this.emitViews(room);
  }

  /** Everything once more to everybody on this node, read anew: news may have been missed. */
  async again(room: LiveRoom): Promise<void> {
    this.snapshots.delete(room.loaded);
    this.personal.seatsChanged(room.loaded);
    await this.announce(room.roundId, { hasNewResults: true });
  }

  /** Tells hosts that a reveal waits for the last answers: the same version, since nothing has moved yet. */
  async draining(room: LiveRoom): Promise<void> {
    const snapshot = { ...(await this.snapshot(room)), isDraining: true };
    this.emit(room.roundId, 'host', hostNotices.view.name, this.shared(snapshot, hostView(snapshot)));
  }

  /** A round that is over and that nobody looks at any more needs no room in memory. */
  forgetIfDeserted(roundId: string): void {
    const rooms = this.server?.sockets.adapter.rooms;
    const isWatched = AUDIENCES.some((audience) => (rooms?.get(roomName(roundId, audience))?.size ?? 0) > 0);
    if (!isWatched) this.rooms.forget(roundId);
  }

  /** The last word to some of those in a round, then the connection ends. */
  bye(
    roundId: string,
    audience: Audience,
    reason: ByeReason,
    isMeant: (connection: Connection) => boolean = () => true,
  ): void {
    this.sendAway(reason, (each) => each.roundId === roundId && each.as === audience && isMeant(each));
  }

  /** The last word to all who are meant, in whatever round; those who are just coming in do not get that far. */
  sendAway(reason: ByeReason, isMeant: (connection: Connection) => boolean): void {
    this.partings.note(isMeant);
    for (const socket of this.server?.sockets.sockets.values() ?? []) {
      if (!isMeant(socket.data.connection)) continue;
      socket.emit(playerNotices.bye.name, { reason });
      socket.disconnect(true);
    }
  }

  /** The round is no more: everybody is told, and nothing is kept of it. */
  removed(roundId: string): void {
    for (const audience of AUDIENCES) this.bye(roundId, audience, 'round_deleted');
    this.rooms.forget(roundId);
  }

  /** The last word to everybody on this node. */
  byeToAll(reason: ByeReason): void {
    this.server?.emit(playerNotices.bye.name, { reason });
  }

  private async emitViews(room: LiveRoom): Promise<void> {
    const snapshot = await this.snapshot(room);
    this.emit(room.roundId, 'player', playerNotices.view.name, this.shared(snapshot, playerView(snapshot)));
    this.emitToHall(room.roundId, snapshot);
  }

  /** The stage and the hosts at once; each phone its view and its own part in one message, which costs half of two. */
  private async emitResults(room: LiveRoom, scored: Scored | null): Promise<void> {
    const snapshot = await this.snapshot(room);
    this.emitToHall(room.roundId, snapshot);
    const meOf = await this.personal.ofAll(room.loaded, scored);
    const shared = this.shared(snapshot, playerView(snapshot));
    const sockets = this.socketsOf(room.roundId, 'player');
    for (let start = 0; start < sockets.length; start += SLICE) {
      for (const socket of sockets.slice(start, start + SLICE)) {
        this.show(socket, shared, meOf(seatOf(socket)));
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private emitToHall(roundId: string, snapshot: RoundSnapshot): void {
    this.emit(roundId, 'stage', stageNotices.view.name, this.shared(snapshot, stageView(snapshot)));
    this.emit(roundId, 'host', hostNotices.view.name, this.shared(snapshot, hostView(snapshot)));
  }

  private emit(roundId: string, audience: Audience, name: string, payload: unknown): void {
    this.server?.to(roomName(roundId, audience)).emit(name, payload);
  }

  private socketsOf(roundId: string, audience: Audience): LiveSocket[] {
    const ids = this.server?.sockets.adapter.rooms.get(roomName(roundId, audience)) ?? new Set<string>();
    return [...ids].flatMap((id) => this.server?.sockets.sockets.get(id) ?? []);
  }
}
