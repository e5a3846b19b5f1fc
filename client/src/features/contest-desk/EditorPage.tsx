import { useCallback } from 'react';
import { contestDeskRoutes, type ContestDetail } from '@anquanli/contract/contest-desk';
import { questionBankRoutes, type QuestionSetSummary } from '@anquanli/contract/question-bank';
import { unitRoutes } from '@anquanli/contract/units';
import { call, type Outcome } from '../../lib/api-client';
import { useLoaded } from '../../lib/use-call';
import { DeskReading } from './components/DeskReading';
import { EditorForm, type EditorMaterial } from './editor/EditorForm';

/** `/desk/contests/new` and `/desk/contests/:id/settings`. */
export function EditorPage({ contestId }: { contestId: string | null }) {
  const load = useCallback(() => loadMaterial(contestId), [contestId]);
  const { value, failure, reload } = useLoaded<EditorMaterial>(load);
  if (value === null) return <DeskReading failure={failure} onRetry={reload} />;
  return <EditorForm material={value} />;
}

async function loadMaterial(contestId: string | null): Promise<Outcome<EditorMaterial>> {
  const [sets, units, contest] = await Promise.all([
    call(questionBankRoutes.listSets),
    call(unitRoutes.list),
    contestId === null
      ? Promise.resolve<Outcome<ContestDetail | null>>({ ok: true, value: null })
      : call(contestDeskRoutes.one, { params: { contestId } }),
  ]);
  if (!sets.ok) return sets;
  if (!units.ok) return units;
  if (!contest.ok) return contest;
  const playable: readonly QuestionSetSummary[] = sets.value.sets.filter(({ status }) => status === 'released');
  return { ok: true, value: { sets: playable, units: units.value.units, contest: contest.value } };
}
