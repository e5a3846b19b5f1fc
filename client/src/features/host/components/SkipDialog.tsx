import { Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { dialogWords } from '../words-dialogs';
import type { GiveOrder } from './use-give-order';

interface SkipDialogProps {
  isOpen: boolean;
  questionNo: number;
  give: GiveOrder;
  onClose(): void;
}

/** A skipped question does not come back, so the host says it twice. */
export function SkipDialog({ isOpen, questionNo, give, onClose }: SkipDialogProps) {
  const t = useWords(dialogWords);
  const [isBusy, setBusy] = useState(false);

  async function skip() {
    setBusy(true);
    await give({ command: 'skip' });
    setBusy(false);
    onClose();
  }

  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      title={t('skipTitle', { no: questionNo })}
      footer={
        <div className="dk-dialog-foot">
          <DeskButton onClick={onClose}>{t('keepGoing')}</DeskButton>
          <DeskButton look="danger" isBusy={isBusy} onClick={() => void skip()}>
            {t('skipButton')}
          </DeskButton>
        </div>
      }
    >
      <p>{t('skipText')}</p>
    </Modal>
  );
}
