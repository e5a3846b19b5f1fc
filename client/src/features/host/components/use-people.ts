import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestOf } from '@anquanli/contract/exchange';
import { hostExchanges, type PersonRow } from '@anquanli/contract/live-host';
import type { Run } from './use-run';

export type PeopleFilter = RequestOf<typeof hostExchanges.listPeople>['filter'];

export interface People {
  /** null until the first answer. */
  readonly rows: readonly PersonRow[] | null;
  readonly matching: number;
  readonly hasFailed: boolean;
  /** Reads at once, e.g. after an order. */
  refresh(): void;
}

const EVERY_MS = 2_000;
/** Without news of any kind the list is still read this often: phones go away silently. */
const IDLE_TURNS = 4;

/** A page of people, read at most every 2 s, while the page is looked at and something has changed. */
export function usePeople(run: Run, filter: PeopleFilter, search: string, offset: number): People {
  const [list, setList] = useState<{ rows: readonly PersonRow[]; matching: number } | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const isStale = useRef(true);
  const { ask, counters, shared, connection } = run;

  const read = useCallback(async () => {
    isStale.current = false;
    const reply = await ask(hostExchanges.listPeople, { filter, search, offset });
    setFailed(!reply.ok);
    if (reply.ok) setList(reply.value);
    else isStale.current = true;
  }, [ask, filter, search, offset]);

  useEffect(() => {
    isStale.current = true;
  }, [counters, shared]);

  useEffect(() => {
    if (connection !== 'online') return;
    let turns = 0;
    const first = setTimeout(() => void read(), search === '' ? 0 : 250);
    const timer = setInterval(() => {
      turns = isStale.current ? 0 : turns + 1;
      if (document.visibilityState !== 'visible' || (!isStale.current && turns < IDLE_TURNS)) return;
      turns = 0;
      void read();
    }, EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [read, connection, search]);

  return {
    rows: list?.rows ?? null,
    matching: list?.matching ?? 0,
    hasFailed,
    refresh: useCallback(() => void read(), [read]),
  };
}
