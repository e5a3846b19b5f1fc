import { Modal } from 'antd';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { ReasonForm } from '../../../ui/desk/ReasonForm';
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
  const order = useOrder();
  const problem = useErrorText(order.failure);

  async function submit(reason: string) {
    const done = await order.give(() => voidQuestion(roundId, questionNo, reason));
    if (done !== null) onVoided(questionNo);
  }

  return (
    <ReasonForm
      text={t('voidText')}
      label={t('voidReason')}
      help={t('voidReasonHelp')}
      maxLength={LIMITS.voidReasonChars}
      cancel={t('cancel')}
      button={t('voidShort')}
      isBusy={order.isBusy}
      problem={problem}
      onClose={onClose}
      onGiven={(reason) => void submit(reason)}
    />
  );
}
