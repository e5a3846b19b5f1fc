import { useMemo } from 'react';
import { useWords } from '../../../lib/i18n';
import { kindWords } from '../../../ui/question/kind-words';
import type { ValueWords } from '../model/field-changes';
import { common } from '../words-common';
import type { Registry } from './use-registry';

const CHECKS = ['source-text', 'fact-sheet', 'independent-answer', 'expert-review'] as const;
const REASONS = ['law-changed', 'wrong-key', 'ambiguous', 'duplicate', 'too-easy', 'licence', 'other'] as const;

function isOneOf<T extends string>(list: readonly T[], text: string): text is T {
  return list.some((each) => each === text);
}

/** Texts for values of a question that are no texts themselves. */
export function useValueWords(registry: Registry): ValueWords {
  const t = useWords(common);
  const kindName = useWords(kindWords);
  return useMemo(
    () => ({
      truth: (value) => t(value ? 'isTrue' : 'isFalse'),
      status: (status) => t(`status_${status}`),
      kind: kindName,
      category: registry.categoryTitle,
      source: registry.sourceTitle,
      check: (kind, agrees) =>
        `${isOneOf(CHECKS, kind) ? t(`check_${kind}`) : kind}: ${t(agrees ? 'agrees' : 'disagrees')}`,
      reason: (reason) => (isOneOf(REASONS, reason) ? t(`reason_${reason}`) : reason),
      pinned: t('pinned'),
    }),
    [t, kindName, registry],
  );
}

/** A reason of the contract in words; others as they come. */
export function useReasonText(): (reason: string) => string {
  const t = useWords(common);
  return (reason) => (isOneOf(REASONS, reason) ? t(`reason_${reason}`) : reason);
}
