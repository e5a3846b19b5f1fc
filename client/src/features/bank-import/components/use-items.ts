import { useCallback, useEffect, useState } from 'react';
import { bankImportRoutes, type IMPORT_VIEWS, type ImportItem } from '@anquanli/contract/bank-imports';
import { call, type Failure } from '../../../lib/api-client';
import { offsetWithin } from '../model/pages';

export type ItemView = (typeof IMPORT_VIEWS)[number];

interface Page {
  readonly view: ItemView;
  readonly offset: number;
  readonly items: readonly ImportItem[];
  readonly total: number;
}

interface ItemsOptions {
  readonly importId: string;
  readonly view: ItemView;
  /** Another version is another reading of the file. */
  readonly version: number;
  /** While the file is read there is nothing to ask for; what is shown stays. */
  readonly isReady: boolean;
}

/** One page of the rows of a view. While it is read anew, the old one stays. */
export function useItems({ importId, view, version, isReady }: ItemsOptions) {
  const [wanted, setWanted] = useState({ view, offset: 0 });
  const [page, setPage] = useState<Page | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  const offset = wanted.view === view ? wanted.offset : 0;

  useEffect(() => {
    if (!isReady) return;
    let isCurrent = true;
    const query = { view, offset: String(offset) };
    void call(bankImportRoutes.items, { params: { importId }, query }).then((outcome) => {
      if (!isCurrent) return;
      setFailure(outcome.ok ? null : outcome);
      if (!outcome.ok) return;
      const { items, total } = outcome.value;
      setPage({ view, offset, items, total });
      const last = offsetWithin(offset, total);
      if (last !== offset) setWanted({ view, offset: last });
    });
    return () => {
      isCurrent = false;
    };
  }, [importId, view, offset, version, isReady, turn]);

  const shown = page !== null && page.view === view ? page : null;
  return {
    items: shown?.items ?? null,
    total: shown?.total ?? 0,
    offset: shown?.offset ?? 0,
    failure,
    retry: useCallback(() => {
      setFailure(null);
      setTurn((before) => before + 1);
    }, []),
    show: useCallback((next: number) => setWanted({ view, offset: next }), [view]),
    /** Puts a row in as it is now; one that no longer belongs here goes. */
    put: useCallback((item: ImportItem, belongs: boolean) => {
      setPage((before) => {
        if (before === null) return before;
        const items = belongs
          ? before.items.map((each) => (each.ref === item.ref ? item : each))
          : before.items.filter((each) => each.ref !== item.ref);
        return { ...before, items, total: before.total - (before.items.length - items.length) };
      });
    }, []),
  };
}
export type Items = ReturnType<typeof useItems>;
