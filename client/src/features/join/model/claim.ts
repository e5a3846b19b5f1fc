import type { ReplyOf } from '@anquanli/contract/exchange';
import type { joinRoutes } from '@anquanli/contract/join';

export type SeatClaim = ReplyOf<typeof joinRoutes.claimSeat>;
export type ClaimState = ReplyOf<typeof joinRoutes.claimState>;
export type FoundRound = ReplyOf<typeof joinRoutes.findRound>;
