import type { BankStatus } from '@anquanli/contract/bank';

/** Where a question may go: `next` is the step on the way to a release. The server has the last word. */
export interface StatusMoves {
  readonly next: BankStatus | null;
  readonly others: readonly BankStatus[];
}

/** What was released is deprecated with a reason before it can be retired; what never was is retired at once. */
export function movesFrom(status: BankStatus, isReleased: boolean): StatusMoves {
  const end = isReleased ? 'deprecated' : 'retired';
  switch (status) {
    case 'draft':
      return { next: 'in-review', others: [end] };
    case 'in-review':
      return { next: 'approved', others: ['draft', end] };
    case 'approved':
      return { next: null, others: ['draft', 'in-review', end] };
    case 'deprecated':
      return { next: null, others: ['retired'] };
    case 'retired':
      return { next: null, others: [] };
  }
}

/** Over: it can be read and not changed any more. */
export function isOver(status: BankStatus): boolean {
  return status === 'deprecated' || status === 'retired';
}
