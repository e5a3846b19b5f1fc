import { FinalScreen } from './FinalScreen';
import { LeaderboardScreen } from './LeaderboardScreen';
import { RevealScreen } from './RevealScreen';

/** The screens that come after a first question: no part of the first load. */
export const LATER_SCREENS = { reveal: RevealScreen, leaderboard: LeaderboardScreen, final: FinalScreen } as const;
