import { useEffect, useMemo, useState } from 'react';
import type { Draft } from '../model/draft';
import { keptDraft, type KeptDraft } from './kept-draft';

const PAUSE_MS = 400;

interface Kept {
  /** What an earlier visit left, until it is taken or thrown away. */
  readonly offer: KeptDraft | null;
  settle(): void;
  forget(): void;
}

/** Keeps what is not saved on this device, and offers what was kept before. */
export function useKeptDraft(
  place: { setId: string; questionId: string | null },
  current: { version: number | null; draft: Draft; isDirty: boolean },
): Kept {
  const { setId, questionId } = place;
  const { version, draft, isDirty } = current;
  const kept = useMemo(() => keptDraft(setId, questionId), [setId, questionId]);
  const [offer, setOffer] = useState<KeptDraft | null>(() => {
    const before = kept.read();
    return before !== null && JSON.stringify(before.draft) !== JSON.stringify(draft) ? before : null;
  });

  useEffect(() => {
    // As long as nobody decided about the earlier text, it is not written over.
    if (!isDirty || offer !== null) return;
    const timer = setTimeout(() => kept.write({ version, draft }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [kept, isDirty, offer, version, draft]);

  return {
    offer,
    settle: () => setOffer(null),
    forget: () => {
      kept.clear();
      setOffer(null);
    },
  };
}
