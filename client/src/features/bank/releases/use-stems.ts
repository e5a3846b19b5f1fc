import { useEffect, useState } from 'react';
import { bankRoutes } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';

/** More are not asked for one by one. */
const MOST = 20;

/** What the named questions ask, as far as it is known by now. */
export function useStems(setId: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const [stems, setStems] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = ids.slice(0, MOST).join();
  useEffect(() => {
    let isCurrent = true;
    const names = wanted === '' ? [] : wanted.split(',');
    void Promise.all(names.map((text) => call(bankRoutes.questions, { params: { setId }, query: { text } }))).then(
      (replies) => {
        const lines = replies.flatMap((reply) => (reply.ok ? reply.value.questions : []));
        if (isCurrent) setStems(new Map(lines.map(({ id, stem }) => [id, stem])));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [setId, wanted]);
  return stems;
}
