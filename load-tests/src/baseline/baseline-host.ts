import type { SharedPlayerView } from '@anquanli/contract/live';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { io, type Socket } from 'socket.io-client';
import type { Swarm } from '../bots/swarm.js';
import { monotonicMs } from '../measure/monotonic.js';
import type { RoundDriver } from '../round/round-driver.js';
import { SAY, wallMs, type Saying } from './bare.js';
import type { QuestionScript } from './script.js';

const ACK_PATIENCE_MS = 20_000;

/** Makes a bare server say what the product said, with fresh times and versions. */
export class BaselineHost implements RoundDriver {
  private readonly socket: Socket;
  private version = 0;

  constructor(
    origin: string,
    private readonly script: readonly QuestionScript[],
    private readonly swarm: Pick<Swarm, 'reached'>,
  ) {
    this.socket = io(origin, { transports: ['websocket'], auth: { as: 'host' }, forceNew: true });
  }

  async begin(): Promise<void> {
    const { view } = this.scene(1, 'leaderboard').view;
    const { title, questionCount, phoneShows, isLobbyLocked } = view;
    const lobby = { title, questionCount, phoneShows, isLobbyLocked, questionNo: 0, phase: 'lobby' as const };
    const { me } = this.scene(1, 'reveal');
    await this.say({
      view: { ...this.scene(1, 'leaderboard').view, view: lobby },
      me: me && { ...me, standing: null },
    });
  }

  open(questionNo: number): Promise<number> {
    const saying = this.scene(questionNo, 'question_open');
    const { view } = saying.view;
    if (view.phase !== 'question_open') throw new Error('The script opens no question');
    const opensAt = Math.round(wallMs()) + LIMITS.leadMs;
    const closesAt = view.question.limitMs === null ? null : opensAt + view.question.limitMs;
    const question = { ...view.question, opensAt, closesAt };
    return this.say({ ...saying, view: { ...saying.view, view: { ...view, question } } });
  }

  async closed(questionNo: number): Promise<void> {
    await this.swarm.reached('answered', questionNo, ACK_PATIENCE_MS);
    await this.say(this.scene(questionNo, 'question_closed'));
  }

  reveal(questionNo: number): Promise<number> {
    return this.say(this.scene(questionNo, 'reveal'));
  }

  leaderboard(questionNo: number): Promise<number> {
    return this.say(this.scene(questionNo, 'leaderboard'));
  }

  /** A bare server has no final standings to work out. */
  finish(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    this.socket.close();
  }

  private scene(questionNo: number, phase: keyof QuestionScript): Saying {
    const scene = this.script[questionNo - 1]?.[phase];
    if (scene === undefined) throw new Error(`The script has no question ${questionNo}`);
    return scene;
  }

  private async say(saying: Saying): Promise<number> {
    this.version += 1;
    const view: SharedPlayerView = { ...saying.view, version: this.version, serverNow: Math.round(wallMs()) };
    const sentAt = monotonicMs();
    await this.socket.timeout(ACK_PATIENCE_MS).emitWithAck(SAY, { ...saying, view });
    return sentAt;
  }
}
