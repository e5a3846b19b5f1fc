import { Modal } from 'antd';
import { useState } from 'react';
import type { PersonRow } from '@anquanli/contract/live-host';
import { useWords } from '../../../lib/i18n';
import { Toggle } from '../../../ui/desk/Choices';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { peopleWords } from '../words-people';
import type { GiveOrder } from './use-give-order';

interface BanDialogProps {
  person: PersonRow;
  onSend(): Promise<boolean>;
  give: GiveOrder;
  onClose(): void;
}

/** A ban is of a browser, not of a person: the dialog says so and offers the lock of the lobby. */
export function BanDialog({ person, onSend, give, onClose }: BanDialogProps) {
  const t = useWords(peopleWords);
  const [locks, setLocks] = useState(false);
  const [isBusy, setBusy] = useState(false);

  async function ban() {
    setBusy(true);
    const isDone = await onSend();
    if (isDone && locks) await give({ command: 'lock_lobby', isLocked: true });
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <Modal
      open
      onCancel={onClose}
      title={t('banTitle', { name: person.name })}
      footer={
        <div className="dk-dialog-foot">
          <DeskButton onClick={onClose}>{t('cancel')}</DeskButton>
          <DeskButton look="danger" isBusy={isBusy} onClick={() => void ban()}>
            {t('banButton')}
          </DeskButton>
        </div>
      }
    >
      <p>{t('banText')}</p>
      <Toggle label={t('banLock')} isOn={locks} onChange={setLocks} />
    </Modal>
  );
}
