import { Modal } from 'antd';
import { useState } from 'react';
import type { HostView } from '@anquanli/contract/live-host';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { dialogWords } from '../words-dialogs';
import type { GiveOrder } from './use-give-order';

interface EndDialogProps {
  isOpen: boolean;
  view: HostView;
  canFinish: boolean;
  give: GiveOrder;
  onClose(): void;
}

/** Two ways to end: up to the podium with what there is, or break up without ranks. */
export function EndDialog({ isOpen, view, canFinish, give, onClose }: EndDialogProps) {
  const t = useWords(dialogWords);
  const [isBusy, setBusy] = useState(false);
  const left = view.questionCount - view.questionNo;

  async function end(command: 'finish' | 'abort') {
    setBusy(true);
    const isDone = await give({ command });
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      title={t('endTitle')}
      footer={
        <div className="dk-dialog-foot">
          <DeskButton onClick={onClose}>{t('keepGoing')}</DeskButton>
          <DeskButton look="danger" isBusy={isBusy} onClick={() => void end('abort')}>
            {t('endAbort')}
          </DeskButton>
          {canFinish && (
            <DeskButton look="primary" isBusy={isBusy} onClick={() => void end('finish')}>
              {t('endFinish')}
            </DeskButton>
          )}
        </div>
      }
    >
      {canFinish && <p>{left > 0 ? t('endTextFinish', { count: left }) : t('endTextFinishDone')}</p>}
      {!canFinish && view.questionNo > 0 && <p>{t('endFinishLater')}</p>}
      <p>{t('endTextAbort')}</p>
    </Modal>
  );
}
