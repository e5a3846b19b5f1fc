import type { SetComparison } from '@anquanli/contract/bank-releases.js';
import type { SetDiff } from '@anquanli/question-bank/diff.js';
import type { QuestionSet } from '@anquanli/question-bank/schema.js';

/** Differences between two versions as people read them: with the stems beside the ids. */
export function comparisonOf(
  before: QuestionSet | undefined,
  after: QuestionSet,
  diff: SetDiff | undefined,
): SetComparison {
  const stems = new Map([...(before?.questions ?? []), ...after.questions].map(({ id, stem }) => [id, stem]));
  return {
    from: before?.version ?? null,
    to: after.version,
    bump: diff?.bump ?? 'none',
    changes: (diff?.changes ?? []).map(({ bump, what, subject, fields }) => ({
      ...{ bump, what, subject, fields: [...fields] },
      stem: stems.get(subject) ?? null,
    })),
    keyChanges: (diff?.keyChanges ?? []).map(({ replaced, by, reason }) => ({
      ...{ replaced, by, reason },
      replacedStem: stems.get(replaced) ?? '',
      byStem: stems.get(by) ?? '',
    })),
  };
}
