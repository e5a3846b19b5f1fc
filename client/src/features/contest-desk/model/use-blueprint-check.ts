import { useEffect, useState } from 'react';
import { contestDeskRoutes, type BlueprintCheck } from '@anquanli/contract/contest-desk';
import { call } from '../../../lib/api-client';
import { settingsOf, type Draft } from './draft';

const PAUSE_MS = 400;

/** Asks what the blueprint comes to, once typing rests; null while it is not known. */
export function useBlueprintCheck(draft: Draft): BlueprintCheck | null {
  const [check, setCheck] = useState<{ key: string; value: BlueprintCheck } | null>(null);
  const { sets, blueprint } = settingsOf(draft);
  const isAskable = sets.length > 0 && blueprint.every(({ count }) => count > 0);
  const key = isAskable ? JSON.stringify({ sets, blueprint }) : '';
  useEffect(() => {
    if (key === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void call(contestDeskRoutes.check, {
        body: JSON.parse(key) as Pick<ReturnType<typeof settingsOf>, 'sets' | 'blueprint'>,
      }).then((reply) => {
        if (isCurrent && reply.ok) setCheck({ key, value: reply.value });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);
  return check?.key === key ? check.value : null;
}
