import type { StageView } from '@anquanli/contract/live-stage';

/** How long after a known instant a newer view may take before the stage asks for it, ms. */
export const PATIENCE_MS = 1_500;

/** Server time at which a stage that still holds this view should ask for a newer one; null when only the host moves on. */
export function nextAskAt(view: StageView): number | null {
  if (view.phase !== 'question_open' || view.question.closesAt === null) return null;
  return view.question.closesAt + PATIENCE_MS;
}
