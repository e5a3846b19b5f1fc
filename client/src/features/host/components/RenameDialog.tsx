import { Modal } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { PersonRow } from '@anquanli/contract/live-host';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { peopleWords } from '../words-people';

interface RenameDialogProps {
  person: PersonRow;
  onSend(name: string): Promise<boolean>;
  onClose(): void;
}

export function RenameDialog({ person, onSend, onClose }: RenameDialogProps) {
  const t = useWords(peopleWords);
  const [name, setName] = useState(person.name);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setBusy(true);
    const isDone = await onSend(name.trim());
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <Modal open onCancel={onClose} title={t('renameTitle', { name: person.name })} footer={null}>
      <form onSubmit={(event) => void submit(event)}>
        <Field label={t('renameLabel')} help={t('renameHelp')}>
          {(ids) => (
            <input
              {...ids}
              className="dk-input"
              value={name}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="dk-dialog-foot">
          <DeskButton onClick={onClose}>{t('cancel')}</DeskButton>
          <DeskButton type="submit" look="primary" isBusy={isBusy} disabled={name.trim() === ''}>
            {t('renameButton')}
          </DeskButton>
        </div>
      </form>
    </Modal>
  );
}
