import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { takeUp, OUTAGE_MIN_MS } from '../../../domain/live-round/outage.js';
import { clockMove } from '../../../domain/live-round/phase.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Bus } from '../../../platform/cluster/bus.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Log } from '../../../platform/logging/log.js';
import type { LiveRoom } from './live-room.js';
import { NodePeers } from '../nodes/node-peers.service.js';
import { RoundAnnouncer } from '../views/round-announcer.service.js';
import { RoundCommandService } from './round-command.service.js';
import { RoundRooms } from './round-rooms.service.js';
import { isOver, pausesOf } from '../rounds/round-row.js';
import { RoundRepository, type WatchedRound } from '../rounds/round.repository.js';

const POLL_MS = 1_000;
const COUNTERS_MS = 250;

/** The next thing due in a round. `opensNo` is the question that opens then, if that is it. */
interface Nudge {
  readonly timer: NodeJS.Timeout;
  readonly opensNo: number | null;
}

/**
 * Runs the clocks of all rounds: closes in time, flies the autopilot, writes the heartbeat, and gives back time after an
 * outage. Timers only nudge; running rounds are polled each second, whoever started them.
 */
@Injectable()
export class RoundClock implements OnApplicationBootstrap {
  private readonly nudges = new Map<string, Nudge>();
  private readonly busy = new Set<string>();
  private timers: NodeJS.Timeout[] = [];
  private isStopped = false;
  private readAt: number | null = null;

  constructor(
    private readonly rooms: RoundRooms,
    private readonly rounds: RoundRepository,
    private readonly commands: RoundCommandService,
    private readonly announcer: RoundAnnouncer,
    private readonly peers: NodePeers,
    private readonly bus: Bus,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.announcer.onAnnounced((room) => this.plan(room));
    this.rooms.onForgotten((roundId) => this.forget(roundId));
    this.peers.onNews((room) => this.considerEarlyClose(room));
    this.peers.onLost((room, since) => this.owe(room, since));
  }

  /** Only now, when phones can come back: an outage that was taken up while the server still loads would be over too early. */
  start(): void {
    this.timers = [setInterval(() => void this.poll(), POLL_MS), setInterval(() => this.sendCounters(), COUNTERS_MS)];
    void this.poll();
  }

  /** No further moves: what is running is taken up again by the next start. */
  stop(): void {
    this.isStopped = true;
    this.timers.forEach(clearInterval);
    this.nudges.forEach(({ timer }) => clearTimeout(timer));
  }

  /** Somebody answered or was taken out: is there anyone left to wait for? */
  considerEarlyClose(room: LiveRoom): void {
    if (this.isEarlyEnd(room)) void this.guarded(room.roundId, () => this.commands.move(room, 'close'));
  }

  private isEarlyEnd(room: LiveRoom): boolean {
    const { phase, closesAt, opensAt } = room.state;
    if (phase !== 'question_open' || closesAt === null || opensAt === null) return false;
    return this.clock.now() >= opensAt && room.hasEveryoneAnswered();
  }

  private async poll(): Promise<void> {
    await this.guarded('poll', async () => {
      const open = this.rooms.all();
      const watched = await this.rounds.watched(open.map(({ roundId }) => roundId));
      this.noteRead(open);
      for (const round of watched) await this.guarded(`${round.id}/heartbeat`, () => this.lookAfter(round));
      const there = new Set(watched.map(({ id }) => id));
      for (const { roundId } of open) if (!there.has(roundId)) this.announcer.removed(roundId);
      const lobbies = this.rooms.all().filter((room) => room.state.phase === 'lobby');
      for (const room of lobbies) await this.announcer.renewAddress(room);
    });
  }

  private async lookAfter({ id, version, aliveAt, isRunning }: WatchedRound): Promise<void> {
    const room = isRunning ? await this.rooms.open(id) : this.rooms.peek(id);
    if (!room) return;
    // Another node moved the round, and its word was lost.
    await this.announcer.caughtUp(id, version, { hasNewResults: true });
    if (!isRunning) return;
    room.pulse.noteAlive(aliveAt);
    await this.keepAlive(room);
    void this.guarded(id, () => this.tick(room));
  }

  /** The database answers this node. If it did not for a while, its people could not answer, though another node ran the clock. */
  private noteRead(open: readonly LiveRoom[]): void {
    const now = this.clock.now();
    const since = this.readAt;
    this.readAt = now;
    if (this.bus.isAlone || since === null || now - since < OUTAGE_MIN_MS) return;
    for (const room of open) if (room.ownOnline > 0) this.owe(room, since);
  }

  /** People could not answer from `since` on. Their time is given back with the next heartbeat, once. */
  private owe(room: LiveRoom, since: number): void {
    if (room.isAnswering) room.pulse.owe(since);
  }

  private async tick(room: LiveRoom): Promise<void> {
    // After an outage time is given back first; the heartbeat sees to that.
    if (this.isOutage(room)) return;
    const due = clockMove(room.state, pausesOf(room.loaded.row));
    if (due && this.clock.now() >= due.at && due.move !== 'void') await this.commands.move(room, due.move);
    // An early close that lost its compare-and-set is tried again here.
    else if (this.isEarlyEnd(room)) await this.commands.move(room, 'close');
    else this.plan(room);
  }

  /** Writes the heartbeat of an open question. A gap in it is an outage, of this server or of its database. */
  private async keepAlive(room: LiveRoom): Promise<void> {
    const now = this.clock.now();
    const { pulse } = room;
    if (!room.isAnswering) {
      pulse.noteAlive(now);
      pulse.settle();
      return;
    }
    const since = pulse.lostSince(now);
    const state = takeUp(room.state, since, now);
    if (state) {
      this.log.warn({ roundId: room.roundId, lostMs: now - since }, 'round taken up after an outage');
      // Time and heartbeat move together: a second crash in between must not swallow what the first one cost.
      const given = await this.commands.apply(room, state, now);
      if (!given.ok) return;
      pulse.noteGiven(now);
      pulse.settle();
      return;
    }
    pulse.settle();
    await this.unitOfWork.run((tx) => tx.query('UPDATE live_round SET alive_at = ? WHERE id = ?', [now, room.roundId]));
    // The clock as it is now: a write that had to queue behind answers was slow, not absent.
    pulse.noteCommitted(this.clock.now());
    // It was on its way for so long that phones were turned away: their time is given back before anybody's answer is taken.
    if (this.isOutage(room)) await this.keepAlive(room);
  }

  /** Nobody could answer this question for a while, and the time lost is not given back yet. */
  isOutage(room: LiveRoom): boolean {
    return room.isAnswering && room.pulse.isInterrupted(this.clock.now());
  }

  /** Sets one timer for the next instant at which something is due. */
  private plan(room: LiveRoom): void {
    const nudge = this.nudges.get(room.roundId);
    if (nudge) clearTimeout(nudge.timer);
    this.nudges.delete(room.roundId);
    if (this.isStopped || isOver(room.loaded.row)) return;
    const now = this.clock.now();
    const { phase, opensAt, questionNo } = room.state;
    // The opening instant, whether its timer or the poll saw it first: nothing is sent; who is connected now is waited for.
    if (nudge?.opensNo === questionNo && opensAt !== null && now >= opensAt) room.noteOpening();
    const isLead = phase === 'question_open' && opensAt !== null && now < opensAt;
    const at = isLead ? opensAt : clockMove(room.state, pausesOf(room.loaded.row))?.at;
    if (at === undefined || at === null) return;
    const act = isLead ? () => this.plan(room) : () => void this.guarded(room.roundId, () => this.tick(room));
    const timer = setTimeout(act, Math.max(0, at - now));
    this.nudges.set(room.roundId, { timer, opensNo: isLead ? questionNo : null });
  }

  private forget(roundId: string): void {
    clearTimeout(this.nudges.get(roundId)?.timer);
    this.nudges.delete(roundId);
  }

  private sendCounters(): void {
    for (const room of this.rooms.all()) if (room.areCountersDirty) this.announcer.counters(room);
  }

  /** One thing at a time for a round; what fails is tried again by the next poll. */
  private async guarded(key: string, work: () => Promise<unknown>): Promise<void> {
    if (this.busy.has(key) || this.isStopped) return;
    this.busy.add(key);
    try {
      await work();
    } catch (error) {
      this.log.error({ err: error, key }, 'the clock of a round stumbled');
    } finally {
      this.busy.delete(key);
    }
  }
}
