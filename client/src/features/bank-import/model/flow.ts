import type { ImportDetail } from '@anquanli/contract/bank-imports';
import { openTypeCodes } from './choices';

export const FLOW_STEPS = ['read', 'check', 'mend', 'commit'] as const;
export type FlowStep = (typeof FLOW_STEPS)[number];

/** It could be opened, but holds no question as it is read now. */
export function isNothingRead({ state, counts }: Pick<ImportDetail, 'state' | 'counts'>): boolean {
  return state === 'ready' && counts.good + counts.refused === 0;
}

/** Where an import stands; null when all is done. Bad rows hold nothing up: mending is offered, not asked for. */
export function flowStep(detail: Pick<ImportDetail, 'state' | 'mapping' | 'counts'>): FlowStep | null {
  if (detail.state === 'committed') return null;
  if (detail.state !== 'ready' || isNothingRead(detail)) return 'read';
  if (openTypeCodes(detail.mapping).length > 0) return 'check';
  return detail.counts.refused > 0 ? 'mend' : 'commit';
}

/** How many questions would become drafts. `leftOut` are refs of good ones. */
export function commitCount({ good, known }: ImportDetail['counts'], leftOut: number): number {
  return Math.max(0, good - known - leftOut);
}
