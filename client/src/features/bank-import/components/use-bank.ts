import { useCallback, useMemo } from 'react';
import { bankRoutes } from '@anquanli/contract/bank';
import { call, type Outcome } from '../../../lib/api-client';
import { useLoaded } from '../../../lib/use-call';

const NONE: Outcome<null> = { ok: true, value: null };

/** Names of the bank that an import shows: of its set, of categories and sources. Ids stand for what is not read yet. */
export function useBank(setId: string | null) {
  const registry = useLoaded(useCallback(() => call(bankRoutes.registry), []));
  const set = useLoaded(
    useCallback(() => (setId === null ? Promise.resolve(NONE) : call(bankRoutes.set, { params: { setId } })), [setId]),
  );
  const categories = useMemo(() => registry.value?.categories ?? [], [registry.value]);
  const sources = registry.value?.sources;
  const sourceTitle = useCallback(
    (id: string) => sources?.find(({ source }) => source.id === id)?.source.title ?? id,
    [sources],
  );
  return { setTitle: set.value?.title ?? setId ?? '', categories, sourceTitle };
}
