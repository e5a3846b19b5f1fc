import { useState } from 'react';
import { bankRoutes, type DeskQuestion, type StatusChange } from '@anquanli/contract/bank';
import { call, type Failure } from '../../../lib/api-client';
import { useOrder } from '../../../lib/use-call';
import type { Draft } from '../model/draft';
import { contentOf, draftOf } from '../model/draft-content';
import { problemsOf } from '../model/draft-problems';
import { useKeptDraft } from './use-kept-draft';

type Reason = Extract<StatusChange, { to: 'deprecated' }>['reason'];

interface EditorInput {
  setId: string;
  /** null = a new question. */
  desk: DeskQuestion | null;
  initial: Draft;
  onStored(desk: DeskQuestion): void;
}

/** The state of one question in the editor: what is typed, what is stored, and what the server says about it. */
export function useQuestionEditor({ setId, desk, initial, onStored }: EditorInput) {
  const [draft, setDraft] = useState(initial);
  const [base, setBase] = useState<{ version: number | null; draft: Draft }>({
    version: desk?.version ?? null,
    draft: initial,
  });
  const [isChecked, setChecked] = useState(false);
  /** What somebody else stored while this was written. */
  const [conflict, setConflict] = useState<DeskQuestion | null>(null);
  const [needsSuccessor, setNeedsSuccessor] = useState(false);
  const order = useOrder();
  const isDirty = JSON.stringify(draft) !== JSON.stringify(base.draft);
  const questionId = desk?.question.id ?? null;
  const kept = useKeptDraft({ setId, questionId }, { version: base.version, draft, isDirty });
  const problems = problemsOf(draft);

  function take(next: DeskQuestion, isContentToo: boolean) {
    const stored = draftOf(next.question);
    setBase({ version: next.version, draft: stored });
    if (isContentToo) {
      setDraft(stored);
      kept.forget();
      setChecked(false);
    }
    setConflict(null);
    order.clear();
    onStored(next);
  }

  async function refused(failure: Failure): Promise<void> {
    if (failure.code === 'key_changed') setNeedsSuccessor(true);
    if (failure.code !== 'stale_version' || questionId === null) return;
    const newest = await call(bankRoutes.question, { params: { setId, questionId } });
    if (newest.ok) setConflict(newest.value);
  }

  /** Stores what is typed; null when it was not. `version` overrides the row it was written on. */
  async function save(version: number | null = base.version): Promise<DeskQuestion | null> {
    setChecked(true);
    if (problems.length > 0) return null;
    const content = contentOf(draft);
    const stored = await order.give(async () => {
      const outcome =
        questionId === null || version === null
          ? await call(bankRoutes.createQuestion, { params: { setId }, body: { content } })
          : await call(bankRoutes.saveQuestion, { params: { setId, questionId }, body: { version, content } });
      if (!outcome.ok) await refused(outcome);
      return outcome;
    });
    if (stored !== null) take(stored, true);
    return stored;
  }

  /** Another status; what is typed is stored first. */
  async function move(change: StatusChange): Promise<DeskQuestion | null> {
    const current = isDirty || questionId === null ? await save() : desk;
    if (current === null) return null;
    const moved = await order.give(async () => {
      const outcome = await call(bankRoutes.moveQuestion, {
        params: { setId, questionId: current.question.id },
        body: { version: current.version, change },
      });
      if (!outcome.ok) await refused(outcome);
      return outcome;
    });
    if (moved !== null) take(moved, true);
    return moved;
  }

  async function succeed(reason: Reason, note: string): Promise<DeskQuestion | null> {
    const { version } = base;
    if (questionId === null || version === null) return null;
    const body = { version, content: contentOf(draft), reason, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    const made = await order.give(async () => {
      const outcome = await call(bankRoutes.succeedQuestion, { params: { setId, questionId }, body });
      if (!outcome.ok) await refused(outcome);
      return outcome;
    });
    if (made !== null) kept.forget();
    return made;
  }

  return {
    draft,
    change: (next: Draft) => {
      setDraft(next);
      order.clear();
    },
    stored: base.draft,
    isDirty,
    isChecked,
    problems,
    order,
    save,
    move,
    succeed,
    needsSuccessor,
    closeSuccessor: () => setNeedsSuccessor(false),
    kept,
    takeKept: () => {
      const { offer } = kept;
      kept.settle();
      if (offer !== null) setDraft(offer.draft);
      // Written on an older state: both sides are shown before anything is stored.
      if (offer !== null && desk !== null && offer.version !== desk.version) setConflict(desk);
    },
    conflict,
    keepMine: () => (conflict === null ? Promise.resolve(null) : save(conflict.version)),
    takeTheirs: () => conflict !== null && take(conflict, true),
  };
}
export type QuestionEditor = ReturnType<typeof useQuestionEditor>;
