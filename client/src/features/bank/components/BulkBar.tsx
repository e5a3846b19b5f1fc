import { App as AntApp } from 'antd';
import { useState } from 'react';
import { BANK_LIMITS, bankRoutes, type BankLine, type QuestionFilter } from '@anquanli/contract/bank';
import { call, type CallInput } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Note } from '../../../ui/Note';
import { questionsWords } from '../words-questions';
import { BulkDialog } from './BulkDialog';
import { BulkOutcomes, type Outcomes } from './BulkOutcomes';
import { allIds } from './all-ids';
import type { Registry } from './use-registry';

interface BulkBarProps {
  setId: string;
  filter: QuestionFilter;
  selected: readonly string[];
  /** Found and within what may be changed at once. */
  total: number;
  lines: readonly BankLine[];
  registry: Registry;
  onSelect(ids: string[]): void;
  onChanged(): void;
}

type Body = typeof bankRoutes.changeMany extends { body?: { _zod: { output: infer B } } } ? B : never;
export type BulkOrder = Omit<Body, 'questionIds'>;

/** At the lower edge as long as questions are selected: what can be done with all of them. */
export function BulkBar({ setId, filter, selected, total, lines, registry, onSelect, onChanged }: BulkBarProps) {
  const t = useWords(questionsWords);
  const { message, modal } = AntApp.useApp();
  const [isEditing, setEditing] = useState(false);
  const [outcomes, setOutcomes] = useState<Outcomes | null>(null);
  const order = useOrder();
  const problem = useErrorText(order.failure);

  async function apply(change: BulkOrder) {
    const questionIds = selected.slice(0, BANK_LIMITS.bulk);
    const input: CallInput<{ setId: string }, undefined, Body> = {
      params: { setId },
      body: { questionIds, ...change },
    };
    const reply = await order.give(() => call(bankRoutes.changeMany, input));
    if (reply === null) return;
    setEditing(false);
    onChanged();
    const failed = reply.outcomes.filter(({ code }) => code !== null);
    onSelect(failed.map(({ questionId }) => questionId));
    if (failed.length === 0) void message.success(t('allDone', { count: reply.outcomes.length }));
    else setOutcomes({ failed, done: reply.outcomes.length - failed.length });
  }

  function askToRetire() {
    void modal.confirm({
      title: t('retireTitle', { count: selected.length }),
      content: t('retireText'),
      icon: null,
      okText: t('retire'),
      onOk: () => apply({ move: 'retired' }),
    });
  }

  return (
    <div className="bk-bulk" role="region" aria-label={t('selected', { count: selected.length })}>
      <p>
        <b>{t('selected', { count: selected.length })}</b>
        {selected.length < total && (
          <button
            type="button"
            className="dk-link"
            onClick={() => void order.give(() => allIds(setId, filter)).then((ids) => ids && onSelect(ids))}
          >
            {t(total < BANK_LIMITS.bulk ? 'selectAll' : 'selectMost', { count: total })}
          </button>
        )}
        <button type="button" className="dk-link" onClick={() => onSelect([])}>
          {t('unselect')}
        </button>
      </p>
      {problem !== '' && <Note tone="no" title={problem} />}
      <div className="dk-actions">
        <DeskButton onClick={() => setEditing(true)}>{t('bulkEdit')}</DeskButton>
        <DeskButton isBusy={order.isBusy} onClick={() => void apply({ move: 'draft' })}>
          {t('toDraft')}
        </DeskButton>
        <DeskButton isBusy={order.isBusy} onClick={() => void apply({ move: 'in-review' })}>
          {t('toReview')}
        </DeskButton>
        <DeskButton isBusy={order.isBusy} onClick={() => void apply({ move: 'approved' })}>
          {t('approve')}
        </DeskButton>
        <DeskButton look="danger" onClick={askToRetire}>
          {t('retire')}
        </DeskButton>
      </div>
      <BulkDialog
        isOpen={isEditing}
        count={selected.length}
        registry={registry}
        isBusy={order.isBusy}
        problem={problem}
        onClose={() => setEditing(false)}
        onApply={(change) => void apply({ change })}
      />
      <BulkOutcomes outcomes={outcomes} lines={lines} setId={setId} onClose={() => setOutcomes(null)} />
    </div>
  );
}
