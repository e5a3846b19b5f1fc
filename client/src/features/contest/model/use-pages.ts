import { useCallback, useEffect, useRef, useState } from 'react';
import type { Outcome } from '../../../lib/api-client';

const PAGE = 50;

interface Pages<Page> {
  readonly pages: readonly Page[];
  readonly isReading: boolean;
  more(): void;
}

/** A list that is read a page at a time; begins anew when `key` changes. */
export function usePages<Page>(key: string, read: (offset: number) => Promise<Outcome<Page>>): Pages<Page> {
  const [state, setState] = useState<{ key: string; pages: readonly Page[] }>({ key, pages: [] });
  const [isReading, setReading] = useState(true);
  const latest = useRef(read);
  latest.current = read;
  const isOurs = state.key === key;
  const count = isOurs ? state.pages.length : 0;

  const load = useCallback(
    (offset: number, before: readonly Page[]) => {
      setReading(true);
      let isCurrent = true;
      void latest.current(offset).then((reply) => {
        if (!isCurrent) return;
        setReading(false);
        if (reply.ok) setState({ key, pages: [...before, reply.value] });
      });
      return () => {
        isCurrent = false;
      };
    },
    [key],
  );
  useEffect(() => load(0, []), [load]);

  return {
    pages: isOurs ? state.pages : [],
    isReading,
    more: () => void load(count * PAGE, state.pages),
  };
}
