import type { BankStatus } from '@anquanli/contract/bank';

/** Where a question may go from where it stands; the first is the next step. The server has the last word. */
const MOVES = {
  draft: ['in-review', 'retired'],
  'in-review': ['approved', 'draft', 'retired'],
  approved: ['draft', 'deprecated'],
  deprecated: ['retired'],
  retired: ['draft'],
} as const satisfies Record<BankStatus, readonly BankStatus[]>;

export function movesFrom(status: BankStatus): readonly BankStatus[] {
  return MOVES[status];
}
