import { useCallback, useMemo } from 'react';
import { bankRoutes } from '@anquanli/contract/bank';
import { call, type Outcome } from '../../../lib/api-client';
import { useLoaded } from '../../../lib/use-call';
import type { Pictures } from '../model/asked';

const NONE: Outcome<null> = { ok: true, value: null };

/** Names of the bank that an import shows: its set with the pictures, categories, sources. Ids stand for what is not read yet. */
export function useBank(setId: string | null) {
  const registry = useLoaded(useCallback(() => call(bankRoutes.registry), []));
  const set = useLoaded(
    useCallback(() => (setId === null ? Promise.resolve(NONE) : call(bankRoutes.set, { params: { setId } })), [setId]),
  );
  const media = useLoaded(
    useCallback(
      () => (setId === null ? Promise.resolve(NONE) : call(bankRoutes.media, { params: { setId } })),
      [setId],
    ),
  );
  const pictures = useMemo<Pictures>(
    () =>
      new Map(
        media.value?.media.map(({ id, sha256, alt, width, height }) => [
          id,
          { src: `/api/media/${sha256.replace(/^sha256:/, '')}`, alt, width, height },
        ]),
      ),
    [media.value],
  );
  const categories = useMemo(() => registry.value?.categories ?? [], [registry.value]);
  const sources = registry.value?.sources;
  const sourceTitle = useCallback(
    (id: string) => sources?.find(({ source }) => source.id === id)?.source.title ?? id,
    [sources],
  );
  return { setTitle: set.value?.title ?? setId ?? '', categories, sourceTitle, pictures };
}
export type Bank = ReturnType<typeof useBank>;
