import { useCallback } from 'react';
import { bankRoutes } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useLoaded } from '../../../lib/use-call';
import { Note } from '../../../ui/Note';
import { FieldChangeList } from '../components/FieldChangeList';
import type { Registry } from '../components/use-registry';
import { useValueWords } from '../components/use-value-words';
import { fieldChanges } from '../model/field-changes';
import { historyWords } from '../words-history';

interface RevisionCompareProps {
  setId: string;
  questionId: string;
  older: string;
  newer: string;
  registry: Registry;
}

export function RevisionCompare({ setId, questionId, older, newer, registry }: RevisionCompareProps) {
  const t = useWords(historyWords);
  const say = useValueWords(registry);
  const { value, failure } = useLoaded(
    useCallback(async () => {
      const entry = (changeId: string) => call(bankRoutes.historyEntry, { params: { setId, questionId, changeId } });
      const [before, after] = await Promise.all([entry(older), entry(newer)]);
      if (!before.ok) return before;
      if (!after.ok) return after;
      return { ok: true as const, value: { before: before.value.question, after: after.value.question } };
    }, [setId, questionId, older, newer]),
  );
  const problem = useErrorText(failure);
  return (
    <section aria-label={t('compare')}>
      <h3>{t('compare')}</h3>
      {problem !== '' && <Note tone="no" title={problem} />}
      {value !== null && (
        <FieldChangeList
          changes={fieldChanges(value.before, value.after, say)}
          before={t('older')}
          after={t('newer')}
        />
      )}
    </section>
  );
}
