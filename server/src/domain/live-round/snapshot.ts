import type { BoardRow } from '@anquanli/contract/live';
import type { Distribution } from '@anquanli/contract/question';
import type { Statistics } from '@anquanli/contract/live-stage';
import type { QuestionStatus, Scoring } from '@anquanli/contract/vocabulary';
import type { PlayedQuestion } from '../question/question.js';
import type { AutopilotPauses, RoundState } from './phase.js';

/** A question of a round with what became of it. */
export interface RoundQuestion extends PlayedQuestion {
  readonly status: QuestionStatus;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  readonly limitMs: number | null;
  readonly voidReason: string | null;
  /** How the hall answered; stored with the reveal. */
  readonly distribution: Distribution | null;
}

/** Everything shared that is true of a round at one version. Personal things are not in it. */
export interface RoundSnapshot {
  readonly roundId: string;
  readonly version: number;
  readonly title: string;
  readonly scoring: Scoring;
  readonly phoneShows: 'full' | 'buttons';
  readonly secondsPerQuestion: number | null;
  readonly pauses: AutopilotPauses;
  readonly state: RoundState;
  readonly isLobbyLocked: boolean;
  readonly isRehearsal: boolean;
  readonly isDraining: boolean;
  readonly pin: string | null;
  readonly joinUrl: string;
  readonly joinOrigins: readonly string[];
  readonly stageCode: string;
  readonly questions: readonly RoundQuestion[];
  /** Top rows after the last ended question, names as the round displays them; empty before. */
  readonly board: readonly BoardRow[];
  readonly ranked: number;
  /** The seat on the board that gained most, if any did. */
  readonly fastestClimber: { readonly name: string; readonly move: number } | null;
  readonly statistics: Statistics | null;
}
