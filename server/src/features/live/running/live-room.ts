import type { Choice } from '@anquanli/contract/question';
import type { StageCounters } from '@anquanli/contract/live-stage';
import { countedIds, isCountedLive, listedCounts } from '../../../domain/question/distribution.js';
import type { RoundQuestion } from '../../../domain/live-round/snapshot.js';
import { stateOf } from '../rounds/round-row.js';
import type { LoadedRound } from '../rounds/round.repository.js';

/** Names that flow in on the stage. */
const NEWEST_NAMES = 40;
/** A large hall that scans at once stays below; more joins than this within a minute raise the host's alarm. */
const FLOOD_JOINS = 1_200;
const MINUTE_MS = 60_000;

/** A selection left behind by a hidden page. */
export interface Draft {
  readonly answerId: string;
  readonly choice: Choice;
}

/**
 * What one node keeps of a round in memory: the rows of its newest version, who is connected, and counters.
 * All of it can be rebuilt from rows; nothing that a promise rests on lives only here.
 */
export class LiveRoom {
  readonly roundId: string;
  loaded: LoadedRound;
  /** Seats that are in the round, kicked and banned ones left out. */
  people = 0;
  private readonly connections = new Map<number, number>();
  private readonly awaySince = new Map<number, number>();
  private readonly answers = new Map<number, { readonly elapsedMs: number; readonly choice: Choice }>();
  /** Kicked and banned seats: their answers are kept, but the hall's counters leave them out. */
  private readonly removed = new Set<number>();
  private readonly choiceCounts = new Map<string, number>();
  private readonly draftOf = new Map<number, Draft>();
  private readonly newestNames: { seatNo: number; name: string }[] = [];
  private joinTimes: number[] = [];
  /** Seats that an early close waits for; null when this node did not see the opening. */
  private expected: Set<number> | null = null;
  private expectedFor = 0;
  waitingClaims = 0;
  areCountersDirty = true;
  /** Newest alive_at that this node has written or read. */
  aliveAt: number;

  constructor(loaded: LoadedRound) {
    this.roundId = loaded.row.id;
    this.loaded = loaded;
    this.aliveAt = loaded.row.aliveAt;
  }

  get state() {
    return stateOf(this.loaded.row);
  }

  /** Heartbeats may overtake each other: the newest counts. */
  noteAlive(at: number): void {
    this.aliveAt = Math.max(this.aliveAt, at);
  }

  /** Takes over newer rows; a new question starts with empty counters. */
  renew(loaded: LoadedRound): void {
    const isNewQuestion = loaded.row.questionNo !== this.loaded.row.questionNo;
    this.loaded = loaded;
    this.noteAlive(loaded.row.aliveAt);
    this.areCountersDirty = true;
    if (!isNewQuestion) return;
    this.answers.clear();
    this.choiceCounts.clear();
    this.draftOf.clear();
  }

  /** At the opening instant: the connected seats are those an early close waits for. */
  noteOpening(): void {
    this.expected = new Set(this.connections.keys());
    this.expectedFor = this.loaded.row.questionNo;
  }

  noteConnected(seatNo: number): void {
    this.connections.set(seatNo, (this.connections.get(seatNo) ?? 0) + 1);
    this.awaySince.delete(seatNo);
    this.expected?.add(seatNo);
    this.noteReturned(seatNo);
    this.areCountersDirty = true;
  }

  noteDisconnected(seatNo: number, at: number): void {
    const left = (this.connections.get(seatNo) ?? 1) - 1;
    if (left > 0) {
      this.connections.set(seatNo, left);
    } else {
      this.connections.delete(seatNo);
      this.awaySince.set(seatNo, at);
    }
    this.areCountersDirty = true;
  }

  isOnline(seatNo: number): boolean {
    return this.connections.has(seatNo);
  }

  offlineSince(seatNo: number): number | null {
    return this.awaySince.get(seatNo) ?? null;
  }

  get online(): number {
    return this.connections.size;
  }

  /** A seat that was taken out is neither waited for nor counted. */
  noteRemoved(seatNo: number): void {
    this.expected?.delete(seatNo);
    if (!this.removed.has(seatNo)) this.count(seatNo, -1);
    this.removed.add(seatNo);
    const index = this.newestNames.findIndex((each) => each.seatNo === seatNo);
    if (index >= 0) this.newestNames.splice(index, 1);
    this.areCountersDirty = true;
  }

  noteJoined(seatNo: number, stageName: string, at: number): void {
    this.people += 1;
    this.noteName(seatNo, stageName);
    this.joinTimes.push(at);
    if (this.joinTimes.length > 2 * FLOOD_JOINS) this.forgetOldJoins(at);
  }

  /** A new or changed name as the stage shows it; who has one is in the round. */
  noteName(seatNo: number, stageName: string): void {
    this.noteReturned(seatNo);
    const index = this.newestNames.findIndex((each) => each.seatNo === seatNo);
    if (index >= 0) this.newestNames[index] = { seatNo, name: stageName };
    else this.newestNames.unshift({ seatNo, name: stageName });
    this.newestNames.length = Math.min(this.newestNames.length, NEWEST_NAMES);
    this.areCountersDirty = true;
  }

  isJoinFlood(at: number): boolean {
    this.forgetOldJoins(at);
    return this.joinTimes.length > FLOOD_JOINS;
  }

  noteAnswered(seatNo: number, choice: Choice, elapsedMs: number): void {
    if (this.answers.has(seatNo)) return;
    this.answers.set(seatNo, { elapsedMs, choice });
    if (!this.removed.has(seatNo)) this.count(seatNo, 1);
    this.draftOf.delete(seatNo);
    this.areCountersDirty = true;
  }

  answeredIn(seatNo: number): number | null {
    return this.answers.get(seatNo)?.elapsedMs ?? null;
  }

  get answered(): number {
    let answered = this.answers.size;
    for (const seatNo of this.removed) if (this.answers.has(seatNo)) answered -= 1;
    return answered;
  }

  /** The live distribution, for hosts alone; empty for kinds that are counted at the reveal. */
  choices(): { id: string; count: number }[] {
    const question = this.countedQuestion;
    return question ? listedCounts(question, this.choiceCounts) : [];
  }

  setDraft(seatNo: number, draft: Draft | null): void {
    if (draft === null) this.draftOf.delete(seatNo);
    else if (!this.answers.has(seatNo)) this.draftOf.set(seatNo, draft);
  }

  /** Selections of seats that have not answered. */
  drafts(): [number, Draft][] {
    return [...this.draftOf];
  }

  /** Has everyone answered whom the question waits for? After a restart that is everyone in the round. */
  hasEveryoneAnswered(): boolean {
    if (this.people === 0 || this.answers.size === 0) return false;
    if (this.expected === null || this.expectedFor !== this.loaded.row.questionNo) {
      return this.answered >= this.people;
    }
    for (const seatNo of this.expected) if (!this.answers.has(seatNo)) return false;
    return true;
  }

  stageCounters(): StageCounters {
    const isLobby = this.loaded.row.phase === 'lobby';
    return { people: this.people, answered: this.answered, names: isLobby ? [...this.newestNames] : [] };
  }

  private get countedQuestion(): RoundQuestion | null {
    const question = this.loaded.questions[this.loaded.row.questionNo - 1];
    return question && isCountedLive(question) ? question : null;
  }

  private noteReturned(seatNo: number): void {
    if (this.removed.delete(seatNo)) this.count(seatNo, 1);
  }

  /** Adds the seat's answer, if there is one, to the distribution or takes it out again. */
  private count(seatNo: number, change: 1 | -1): void {
    const answer = this.answers.get(seatNo);
    const question = this.countedQuestion;
    if (!answer || !question) return;
    for (const id of countedIds(question, answer.choice))
      this.choiceCounts.set(id, (this.choiceCounts.get(id) ?? 0) + change);
  }

  private forgetOldJoins(at: number): void {
    this.joinTimes = this.joinTimes.filter((time) => at - time < MINUTE_MS);
  }
}
