import { useCallback, useEffect, useState } from 'react';
import {
  bankImportRoutes,
  type ImportChoices,
  type ImportDetail,
  type ImportItem,
} from '@anquanli/contract/bank-imports';
import { call } from '../../../lib/api-client';
import { useLoaded, useOrder } from '../../../lib/use-call';
import { withChange, type ChoiceChange } from '../model/choices';

/** While a file is read. */
const POLL_MS = 900;
/** It is read again from the beginning, so it takes as long as the first time. */
const REPAIR_TIMEOUT_MS = 30_000;
const COMMIT_TIMEOUT_MS = 60_000;

/** One import: followed while it is read, changed by choices, repairs and the commit. */
export function useImport(importId: string) {
  const params = { importId };
  const { value, failure, reload, change } = useLoaded(
    useCallback(() => call(bankImportRoutes.get, { params: { importId } }), [importId]),
  );
  const order = useOrder();
  const choosing = useOrder();
  const [draft, setDraft] = useState<ImportChoices | null>(null);
  // While it is read again, what was read before stays in sight.
  const [kept, setKept] = useState<ImportDetail | null>(null);
  if (value !== null && value.state !== 'reading' && kept !== value) setKept(value);
  const isReading = value?.state === 'reading';

  useEffect(() => {
    if (!isReading) return;
    const timer = setInterval(reload, POLL_MS);
    return () => clearInterval(timer);
  }, [isReading, reload]);

  const stale = (order.failure ?? choosing.failure)?.code === 'stale_version';
  useEffect(() => {
    if (stale) reload();
  }, [stale, reload]);

  const { give: giveChoice, isBusy: isChoosing } = choosing;
  useEffect(() => {
    if (draft === null || value === null || isReading || isChoosing) return;
    void giveChoice(() =>
      call(bankImportRoutes.choose, { params: { importId }, body: { version: value.version, choices: draft } }),
    ).then((next) => {
      // What was chosen meanwhile is sent next; what was refused is taken back.
      setDraft((before) => (before === draft ? null : before));
      if (next !== null) change(() => next);
    });
  }, [draft, value, isReading, isChoosing, giveChoice, change, importId]);

  return {
    detail: value,
    /** The newest that is whole: of now, or of before it is read again. */
    shown: value === null || value.state !== 'reading' ? value : (kept ?? value),
    choices: draft ?? value?.choices ?? {},
    failure,
    orderFailure: order.failure ?? choosing.failure,
    isReading: isReading || draft !== null,
    isBusy: order.isBusy,
    reload,
    choose(next: ChoiceChange) {
      order.clear();
      setDraft(withChange(draft ?? value?.choices ?? {}, next));
    },
    /** Reads the file again as it is. */
    readAgain() {
      setDraft({ ...(draft ?? value?.choices ?? {}) });
    },
    /** New texts for a row; its reading now, null when that failed. */
    async repair(ref: string, texts: Readonly<Record<string, string>>): Promise<ImportItem | null> {
      const version = value?.version ?? 1;
      choosing.clear();
      const done = await order.give(() =>
        call(bankImportRoutes.repair, { params, body: { version, ref, texts }, timeoutMs: REPAIR_TIMEOUT_MS }),
      );
      if (done === null) return null;
      change(() => done.detail);
      return done.item;
    },
    async commit(leaveOut: readonly string[]): Promise<{ added: number; unchanged: number; unfit: number } | null> {
      const version = value?.version ?? 1;
      choosing.clear();
      const done = await order.give(() =>
        call(bankImportRoutes.commit, {
          params,
          body: { version, leaveOut: [...leaveOut] },
          timeoutMs: COMMIT_TIMEOUT_MS,
        }),
      );
      if (done === null) return null;
      change(() => done.detail);
      return { added: done.added, unchanged: done.unchanged, unfit: done.refused.length };
    },
  };
}
export type OpenImport = ReturnType<typeof useImport>;
