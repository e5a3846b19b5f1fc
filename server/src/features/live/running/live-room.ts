import type { Choice } from '@anquanli/contract/question';
import type { StageCounters } from '@anquanli/contract/live-stage';
import { countedIds, isCountedLive, listedCounts } from '../../../domain/question/distribution.js';
import type { RoundQuestion } from '../../../domain/live-round/snapshot.js';
import { stateOf } from '../rounds/round-row.js';
import { RoundPeers } from '../nodes/round-peers.js';
import type { LoadedRound } from '../rounds/round.repository.js';
import { RoundPulse } from './round-pulse.js';

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
 * What one node keeps of a round in memory: the rows of its newest version, who is connected, counters, and what other nodes have told of theirs.
 * All of it can be rebuilt from rows; nothing that a promise rests on lives only here.
 */
export class LiveRoom {
  readonly roundId: string;
  loaded: LoadedRound;
  /** Seats that are in the round, kicked and banned ones left out. */
  people = 0;
  private readonly connections = new Map<number, number>();
  private readonly awaySince = new Map<number, number>();
  private readonly answers = new Map<number, Choice>();
  /** Kicked and banned seats: their answers are kept, but the hall's counters leave them out. */
  private readonly removed = new Set<number>();
  private readonly choiceCounts = new Map<string, number>();
  /** The distribution as the rows have it, where other nodes take answers too. */
  private storedChoices: ReadonlyMap<string, number> | null = null;
  private readonly draftOf = new Map<number, Draft>();
  private readonly newestNames: { seatNo: number; name: string }[] = [];
  private joinTimes: number[] = [];
  /** Seats that an early close waits for; null when this node did not see the opening. */
  private expected: Set<number> | null = null;
  private expectedFor = 0;
  waitingClaims = 0;
  areCountersDirty = true;
  /** Grows with everything that other nodes would want to know. */
  changes = 0;
  /** Seats taken or changed on this node. */
  seatChanges = 0;
  /** The newest version that was told to this node's sockets. */
  announcedVersion: number;
  readonly peers = new RoundPeers();
  readonly pulse: RoundPulse;

  constructor(loaded: LoadedRound) {
    this.roundId = loaded.row.id;
    this.loaded = loaded;
    this.pulse = new RoundPulse(loaded.row.aliveAt);
    this.announcedVersion = loaded.row.version;
  }

  get state() {
    return stateOf(this.loaded.row);
  }

  /** Is a question being answered, or waiting for its last answers? */
  get isAnswering(): boolean {
    const { phase } = this.loaded.row;
    return phase === 'question_open' || phase === 'question_closed';
  }

  /** Takes over newer rows; a new question starts with empty counters. */
  renew(loaded: LoadedRound): void {
    const isNewQuestion = loaded.row.questionNo !== this.loaded.row.questionNo;
    const isMoved = !isNewQuestion && (loaded.row.opensAt ?? 0) > (this.loaded.row.opensAt ?? 0);
    if (isMoved) this.pulse.noteGiven(loaded.row.aliveAt);
    this.loaded = loaded;
    this.pulse.noteAlive(loaded.row.aliveAt);
    this.touch();
    if (!isNewQuestion) return;
    this.answers.clear();
    this.choiceCounts.clear();
    this.storedChoices = null;
    this.draftOf.clear();
  }

  /** Counters are to be sent again, here and to other nodes. */
  touch(): void {
    this.areCountersDirty = true;
    this.changes += 1;
  }

  /** At the opening instant: the connected seats are those an early close waits for. */
  noteOpening(): void {
    this.expected = new Set([...this.connections.keys(), ...this.peers.onlineSeats()]);
    this.expectedFor = this.loaded.row.questionNo;
  }

  noteConnected(seatNo: number): void {
    this.connections.set(seatNo, (this.connections.get(seatNo) ?? 0) + 1);
    this.awaySince.delete(seatNo);
    this.expected?.add(seatNo);
    this.noteReturned(seatNo);
    this.touch();
  }

  noteDisconnected(seatNo: number, at: number): void {
    const left = (this.connections.get(seatNo) ?? 1) - 1;
    if (left > 0) {
      this.connections.set(seatNo, left);
    } else {
      this.connections.delete(seatNo);
      this.awaySince.set(seatNo, at);
    }
    this.touch();
  }

  isOnline(seatNo: number): boolean {
    return this.connections.has(seatNo) || this.peers.isOnline(seatNo);
  }

  /** Seats with a connection to this node. */
  get ownOnline(): number {
    return this.connections.size;
  }

  onlineSeats(): Iterable<number> {
    return this.connections.keys();
  }

  answeredSeats(): Iterable<number> {
    return this.answers.keys();
  }

  /** Seats that another node sees are waited for as well. */
  notePeersOnline(): void {
    if (this.expected === null || this.state.phase !== 'question_open') return;
    for (const seatNo of this.peers.onlineSeats()) this.expected.add(seatNo);
  }

  /** The distribution by ids of options, counted from rows. */
  noteStoredChoices(counts: ReadonlyMap<string, number>): void {
    this.storedChoices = counts;
    this.areCountersDirty = true;
  }

  offlineSince(seatNo: number): number | null {
    return this.awaySince.get(seatNo) ?? null;
  }

  get online(): number {
    if (!this.peers.areThere) return this.connections.size;
    return new Set([...this.connections.keys(), ...this.peers.onlineSeats()]).size;
  }

  /** Who is out of the round, by the rows. */
  noteAllRemoved(seatNos: readonly number[]): void {
    const removed = new Set(seatNos);
    for (const seatNo of [...this.removed]) if (!removed.has(seatNo)) this.noteReturned(seatNo);
    for (const seatNo of seatNos) this.noteRemoved(seatNo);
  }

  /** A seat that was taken out is neither waited for nor counted. */
  noteRemoved(seatNo: number): void {
    this.expected?.delete(seatNo);
    if (this.removed.has(seatNo)) return;
    this.count(seatNo, -1);
    this.removed.add(seatNo);
    const index = this.newestNames.findIndex((each) => each.seatNo === seatNo);
    if (index >= 0) this.newestNames.splice(index, 1);
    this.touch();
  }

  noteJoined(seatNo: number, stageName: string, at: number): void {
    this.people += 1;
    this.seatChanges += 1;
    this.noteName(seatNo, stageName);
    this.joinTimes.push(at);
    if (this.joinTimes.length > 2 * FLOOD_JOINS) this.forgetOldJoins(at);
  }

  noteSeatChanged(): void {
    this.seatChanges += 1;
    this.touch();
  }

  /** A new or changed name as the stage shows it; who has one is in the round. */
  noteName(seatNo: number, stageName: string): void {
    this.noteReturned(seatNo);
    const index = this.newestNames.findIndex((each) => each.seatNo === seatNo);
    if (index >= 0) this.newestNames[index] = { seatNo, name: stageName };
    else this.newestNames.unshift({ seatNo, name: stageName });
    this.newestNames.length = Math.min(this.newestNames.length, NEWEST_NAMES);
    this.touch();
  }

  isJoinFlood(at: number): boolean {
    return this.joinsWithinMinute(at) + this.peers.joinsLastMinute > FLOOD_JOINS;
  }

  /** Joins on this node. */
  joinsWithinMinute(at: number): number {
    this.forgetOldJoins(at);
    return this.joinTimes.length;
  }

  noteAnswered(seatNo: number, choice: Choice): void {
    if (this.answers.has(seatNo)) return;
    this.answers.set(seatNo, choice);
    if (!this.removed.has(seatNo)) this.count(seatNo, 1);
    this.draftOf.delete(seatNo);
    this.touch();
  }

  hasAnswered(seatNo: number): boolean {
    return this.answers.has(seatNo) || this.peers.hasAnswered(this.loaded.row.questionNo, seatNo);
  }

  get answered(): number {
    let answered = this.answers.size;
    if (this.peers.areThere) {
      const { questionNo } = this.loaded.row;
      answered = new Set([...this.answers.keys(), ...this.peers.answeredSeats(questionNo)]).size;
    }
    for (const seatNo of this.removed) if (this.hasAnswered(seatNo)) answered -= 1;
    return answered;
  }

  /** The live distribution, for hosts alone; empty for kinds that are counted at the reveal. */
  choices(): { id: string; count: number }[] {
    const question = this.countedQuestion;
    const counts = this.peers.areThere ? (this.storedChoices ?? this.choiceCounts) : this.choiceCounts;
    return question ? listedCounts(question, counts) : [];
  }

  setDraft(seatNo: number, draft: Draft | null): void {
    if (draft === null) this.draftOf.delete(seatNo);
    else if (!this.answers.has(seatNo)) this.draftOf.set(seatNo, draft);
  }

  /** Selections of seats that have not answered. */
  drafts(): [number, Draft][] {
    return [...this.draftOf];
  }

  /** Have all who are in the round answered, those who are away too? Their answers are on disk. */
  hasEverySeatAnswered(): boolean {
    return this.peers.isWhole && this.people > 0 && this.answered >= this.people;
  }

  /** Has everyone answered whom the question waits for? After a restart, and while other nodes cannot be heard, that is everyone in the round. */
  hasEveryoneAnswered(): boolean {
    if (!this.peers.isWhole) return this.people > 0 && this.answered >= this.people;
    if (this.people === 0 || (this.answers.size === 0 && !this.peers.areThere)) return false;
    if (this.expected === null || this.expectedFor !== this.loaded.row.questionNo) {
      return this.answered >= this.people;
    }
    for (const seatNo of this.expected) if (!this.hasAnswered(seatNo)) return false;
    return this.answers.size > 0 || this.expected.size > 0;
  }

  stageCounters(): StageCounters {
    const isLobby = this.loaded.row.phase === 'lobby';
    return { people: this.people, answered: this.answered, names: isLobby ? [...this.newestNames] : [] };
  }

  /** The question whose answers are counted as they come; null for kinds that are counted at the reveal. */
  get countedQuestion(): RoundQuestion | null {
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
    for (const id of countedIds(question, answer)) this.choiceCounts.set(id, (this.choiceCounts.get(id) ?? 0) + change);
  }

  private forgetOldJoins(at: number): void {
    this.joinTimes = this.joinTimes.filter((time) => at - time < MINUTE_MS);
  }
}
