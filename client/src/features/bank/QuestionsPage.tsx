import { useCallback, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { BANK_LIMITS, bankRoutes, type QuestionFilter } from '@anquanli/contract/bank';
import type { ReplyOf } from '@anquanli/contract/exchange';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { Note } from '../../ui/Note';
import { BulkBar } from './components/BulkBar';
import { LoadState } from './components/LoadState';
import { QuestionFilterBar } from './components/QuestionFilterBar';
import { QuestionTable } from './components/QuestionTable';
import { SetActions } from './components/SetActions';
import { SetHead } from './components/SetHead';
import { useRegistry } from './components/use-registry';
import { filterOf, isFiltered, queryOf, withPart } from './model/filter';
import { questionsWords } from './words-questions';

/** The questions of a set: searching, filtering, and changing many at once. The filter stands in the address. */
export default function QuestionsPage({ setId, isAdmin }: { setId: string; isAdmin: boolean }) {
  const t = useWords(questionsWords);
  const [, goTo] = useLocation();
  const query = useSearch();
  const filter = filterOf(query);
  const registry = useRegistry();
  const set = useLoaded(useCallback(() => call(bankRoutes.set, { params: { setId } }), [setId]));
  const [selected, setSelected] = useState<string[]>([]);
  const [kept, setKept] = useState<Found | null>(null);
  const found = useLoaded(
    useCallback(async () => {
      const outcome = await call(bankRoutes.questions, { params: { setId }, query: filterOf(query) });
      if (outcome.ok) setKept(outcome.value);
      return outcome;
    }, [setId, query]),
  );
  const problem = useErrorText(found.failure ?? registry.loaded.failure);
  useDocumentTitle(set.value?.title ?? t('found', { count: 0 }));

  if (set.value === null) return <LoadState failure={set.failure} onRetry={set.reload} />;

  const show = (next: QuestionFilter) => goTo(`/bank/${setId}${queryOf(next)}`, { replace: true });
  // While another page or filter is read, the old lines stay.
  const list = found.value ?? kept;
  const isEmpty = list !== null && list.total === 0;
  return (
    <>
      <SetHead
        set={set.value}
        isAdmin={isAdmin}
        {...(set.value.description === '' ? {} : { help: set.value.description })}
        actions={<SetActions set={set.value} isAdmin={isAdmin} onChanged={(next) => set.change(() => next)} />}
      />
      {problem !== '' && <Note tone="no" title={problem} />}
      <Card className="bk-questions">
        <QuestionFilterBar
          filter={filter}
          set={set.value}
          registry={registry}
          onChange={(part) => show(withPart(filter, part))}
          onClear={() => show({})}
        />
        <p className="bk-found" role="status">
          {list !== null && t('found', { count: list.total })}
        </p>
        {isEmpty ? (
          <Nothing
            isFiltered={isFiltered(filter)}
            newAt={isAdmin ? `/bank/${setId}/questions/new` : null}
            onClear={() => show({})}
          />
        ) : (
          <QuestionTable
            setId={setId}
            lines={list?.questions ?? []}
            total={list?.total ?? 0}
            offset={Number(filter.offset ?? 0)}
            isReading={found.isReading && list === null}
            registry={registry}
            selected={isAdmin ? selected : null}
            onSelect={setSelected}
            onPage={(offset) => show(withPart(filter, { offset: String(offset) }))}
          />
        )}
      </Card>
      {isAdmin && selected.length > 0 && (
        <BulkBar
          setId={setId}
          filter={filter}
          selected={selected}
          total={Math.min(list?.total ?? 0, BANK_LIMITS.bulk)}
          lines={list?.questions ?? []}
          registry={registry}
          onSelect={setSelected}
          onChanged={() => {
            found.reload();
            set.reload();
          }}
        />
      )}
    </>
  );
}

type Found = ReplyOf<typeof bankRoutes.questions>;

interface NothingProps {
  isFiltered: boolean;
  newAt: string | null;
  onClear(): void;
}

function Nothing({ isFiltered: hasFilter, newAt, onClear }: NothingProps) {
  const t = useWords(questionsWords);
  return (
    <div className="dk-empty">
      <b>{t(hasFilter ? 'noneFound' : 'emptyTitle')}</b>
      <p>{t(hasFilter ? 'noneFoundHelp' : 'emptyHelp')}</p>
      {hasFilter && <DeskButton onClick={onClear}>{t('clear')}</DeskButton>}
      {!hasFilter && newAt !== null && (
        <Link href={newAt} className={deskButton()}>
          {t('newQuestion')}
        </Link>
      )}
    </div>
  );
}
