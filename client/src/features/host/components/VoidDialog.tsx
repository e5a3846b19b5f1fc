import { App as AntApp, Modal } from 'antd';
import { useState } from 'react';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { ReasonForm } from '../../../ui/desk/ReasonForm';
import { dialogWords } from '../words-dialogs';
import type { GiveOrder } from './use-give-order';

interface VoidDialogProps {
  /** null keeps the dialog closed. */
  questionNo: number | null;
  give: GiveOrder;
  onClose(): void;
}

/** A question withdrawn after its reveal needs a reason: every phone will show it. */
export function VoidDialog({ questionNo, give, onClose }: VoidDialogProps) {
  const t = useWords(dialogWords);
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
  const t = useWords(dialogWords);
  const { message } = AntApp.useApp();
  const [isBusy, setBusy] = useState(false);

  async function submit(reason: string) {
    setBusy(true);
    const isDone = await give({ command: 'void', questionNo, reason });
    setBusy(false);
    if (!isDone) return;
    void message.success(t('voidDone', { no: questionNo }));
    onClose();
  }

  return (
    <ReasonForm
      text={t('voidText')}
      label={t('voidReason')}
      help={t('voidReasonHelp')}
      maxLength={LIMITS.voidReasonChars}
      cancel={t('cancel')}
      button={t('voidButton')}
      isBusy={isBusy}
      onClose={onClose}
      onGiven={(reason) => void submit(reason)}
    />
  );
}
