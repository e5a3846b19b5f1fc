import type { ReplyOf } from '@anquanli/contract/exchange';
import type { roundRoutes } from '@anquanli/contract/rounds';

/** What the results route answers. */
export type Results = ReplyOf<typeof roundRoutes.results>;
