import { App as AntApp, Modal } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { consoleWords } from '../words-console';
import type { GiveOrder } from './use-give-order';

interface VoidDialogProps {
  /** null keeps the dialog closed. */
  questionNo: number | null;
  give: GiveOrder;
  onClose(): void;
}

/** A question withdrawn after its reveal needs a reason: every phone will show it. */
export function VoidDialog({ questionNo, give, onClose }: VoidDialogProps) {
  const t = useWords(consoleWords);
  return (
    <Modal
      open={questionNo !== null}
      onCancel={onClose}
      title={t('voidTitle', { no: questionNo ?? 0 })}
      footer={null}
      destroyOnHidden
    >
      {questionNo !== null && <VoidForm questionNo={questionNo} give={give} onClose={onClose} />}
    </Modal>
  );
}

function VoidForm({ questionNo, give, onClose }: VoidDialogProps & { questionNo: number }) {
  const t = useWords(consoleWords);
  const { message } = AntApp.useApp();
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setBusy(true);
    const isDone = await give({ command: 'void', questionNo, reason: reason.trim() });
    setBusy(false);
    if (!isDone) return;
    void message.success(t('voidDone', { no: questionNo }));
    onClose();
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
      <div className="dk-dialog-foot">
        <DeskButton onClick={onClose}>{t('cancel')}</DeskButton>
        <DeskButton type="submit" look="danger" isBusy={isBusy} disabled={reason.trim() === ''}>
          {t('voidButton')}
        </DeskButton>
      </div>
    </form>
  );
}
