import { Modal } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { Note } from '../../../ui/Note';
import { voidQuestion } from '../model/void-question';
import { words } from '../words';

interface VoidQuestionDialogProps {
  roundId: string;
  /** null keeps the dialog closed. */
  questionNo: number | null;
  onClose(): void;
  onVoided(questionNo: number): void;
}

export function VoidQuestionDialog({ questionNo, onClose, ...rest }: VoidQuestionDialogProps) {
  const t = useWords(words);
  return (
    <Modal
      open={questionNo !== null}
      onCancel={onClose}
      title={t('voidTitle', { no: questionNo ?? 0 })}
      footer={null}
      destroyOnHidden
    >
      {questionNo !== null && <VoidForm questionNo={questionNo} onClose={onClose} {...rest} />}
    </Modal>
  );
}

function VoidForm({ roundId, questionNo, onClose, onVoided }: VoidQuestionDialogProps & { questionNo: number }) {
  const t = useWords(words);
  const [reason, setReason] = useState('');
  const order = useOrder();
  const problem = useErrorText(order.failure);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const done = await order.give(() => voidQuestion(roundId, questionNo, reason.trim()));
    if (done !== null) onVoided(questionNo);
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p className="dk-lead">{t('voidText')}</p>
      <Field label={t('voidReason')} help={t('voidReasonHelp')}>
        {(ids) => (
          <textarea
            {...ids}
            className="dk-input"
            rows={2}
            maxLength={LIMITS.voidReasonChars}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {problem !== '' && <Note tone="no" title={problem} />}
      <div className="dk-dialog-foot">
        <DeskButton onClick={onClose}>{t('cancel')}</DeskButton>
        <DeskButton type="submit" look="danger" isBusy={order.isBusy} disabled={reason.trim() === ''}>
          {t('voidShort')}
        </DeskButton>
      </div>
    </form>
  );
}
