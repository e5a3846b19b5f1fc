import { useCallback, useMemo } from 'react';
import { bankRoutes, type RegisteredSource } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { useLoaded } from '../../../lib/use-call';

const NO_SOURCES: readonly RegisteredSource[] = [];
const NO_CATEGORIES: readonly { id: string; title: string }[] = [];

/** Categories and sources with their names; empty until they are read. */
export function useRegistry() {
  const loaded = useLoaded(useCallback(() => call(bankRoutes.registry), []));
  const categories = loaded.value?.categories ?? NO_CATEGORIES;
  const sources = loaded.value?.sources ?? NO_SOURCES;
  return useMemo(() => {
    const categoryTitles = new Map(categories.map(({ id, title }) => [id, title]));
    const bySource = new Map(sources.map((each) => [each.source.id, each]));
    return {
      loaded,
      categories,
      sources,
      /** Ids stand for what the registry does not know. */
      categoryTitle: (id: string) => categoryTitles.get(id) ?? id,
      source: (id: string) => bySource.get(id) ?? null,
      sourceTitle: (id: string) => bySource.get(id)?.source.title ?? id,
    };
  }, [loaded, categories, sources]);
}
export type Registry = ReturnType<typeof useRegistry>;
